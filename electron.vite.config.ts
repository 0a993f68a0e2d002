import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Main process, engine worker and command line are one bundle family; everything from npm stays outside. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: 'src/main/index.ts',
          worker: 'src/main/engine/worker.ts',
          'examine-worker': 'src/main/vault/examine-worker.ts',
          'reader-worker': 'src/main/import/isolation/reader-worker.ts',
          cli: 'src/cli/main.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: true,
      rollupOptions: {
        input: 'src/main/hosts/electron-preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: 'src/renderer/index.html',
        // The first screen takes a few controls of these rooms; without this it would wait for all of them.
        treeshake: {
          moduleSideEffects: (id) => !/src\/renderer\/(ui|workspace|vault)\/[\w-]+\.tsx?$/.test(id),
        },
      },
    },
  },
});
