import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { outlineModule } from './viewer-outline.ts';

/** Gives the viewer its country outlines without shipping the whole atlas. */
function outline(): Plugin {
  const name = 'virtual:outline';
  return {
    name: 'viewer-outline',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? outlineModule() : undefined),
  };
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** Puts script and style into the one page and allows exactly these two by hash. */
function oneFile(): Plugin {
  return {
    name: 'viewer-one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      let script = '';
      let style = '';
      let html = '';
      for (const [path, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (path.endsWith('.css')) style += String(part.source);
        else if (path.endsWith('.html')) {
          html = String(part.source);
          continue;
        }
        delete bundle[path];
      }
      script = script.replaceAll('</script', '<\\/script');
      const page = html
        .replace(/<script type="module"[^>]*src=[^>]*><\/script>/u, '')
        .replace(/<link rel="stylesheet"[^>]*>/u, '')
        .replace('%SCRIPT%', () => hash(script))
        .replace('%STYLE%', () => hash(style))
        .replace('</head>', () => `<style>${style}</style></head>`)
        .replace('</body>', () => `<script type="module">${script}</script></body>`);
      this.emitFile({ type: 'asset', fileName: 'index.html', source: page });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('../src/viewer', import.meta.url)),
  base: './',
  plugins: [outline(), oneFile()],
  build: {
    outDir: fileURLToPath(new URL('../out/viewer', import.meta.url)),
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    target: 'es2022',
    assetsInlineLimit: 1_000_000,
  },
});
