/**
 * Installers with Electron's own window. The vault driver's binary lies outside the archive, because no
 * system can load a library out of one; everything else is under the archive's integrity check.
 */
export default {
  appId: 'md.iforce.analyst',
  productName: 'I-FORCE Analyst',
  directories: { output: 'dist', buildResources: 'build/icons' },
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'out/viewer/**',
    'resources/**',
    'package.json',
    '!node_modules/better-sqlite3-multiple-ciphers/{deps,src}/**',
    '!node_modules/@tabler/**',
    '!**/*.map',
  ],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3-multiple-ciphers/**'],
  npmRebuild: false,
  publish: null,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in itself
  artifactName: 'iforce-analyst-electron_${version}_${arch}.${ext}',
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  win: { target: ['nsis'], icon: 'build/icons/icon.png' },
  nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons/icon.png',
    category: 'Office',
    maintainer: 'I-FORCE Analyst <iforce-analyst@example.invalid>',
  },
  mac: { target: ['dmg'], icon: 'build/icons/icon.png', category: 'public.app-category.business' },
};
