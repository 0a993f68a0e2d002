// The small texts of the Debian package: control, menu entry and the two commands.

export const PACKAGE = 'iforce-analyst';

export function control({ version, kibibytes }) {
  return `Package: ${PACKAGE}
Version: ${version}
Section: misc
Priority: optional
Architecture: amd64
Maintainer: I-FORCE Analyst <iforce-analyst@example.invalid>
Installed-Size: ${kibibytes}
Depends: chromium, libc6 (>= 2.28), libstdc++6
Description: Workstation for criminal intelligence analysts
 Link chart, map and timeline over an encrypted vault on this computer, with
 sealed analysis packages for hand-over. Works without any network.
`;
}

export const menuEntry = `[Desktop Entry]
Type=Application
Version=1.5
Name=I-FORCE Analyst
GenericName=Criminal intelligence analysis
GenericName[ro]=Analiză informativă penală
GenericName[uk]=Кримінальний аналіз
Comment=Link chart, map and timeline over an encrypted vault
Comment[ro]=Diagramă de legături, hartă și cronologie într-un seif criptat
Comment[uk]=Схема зв’язків, карта і шкала часу в зашифрованому сховищі
Exec=/usr/bin/iforce-analyst
Icon=${PACKAGE}
Terminal=false
Categories=Office;
`;

/**
 * Finds the program from its own place, also through links and under another root. Variables that would put
 * foreign code into Node are taken away, as the fuses of the Electron build do.
 */
export function command(script) {
  return `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
program="$here/../../opt/${PACKAGE}"
unset NODE_OPTIONS NODE_PATH
exec "$program/node" "$program/${script}" "$@"
`;
}
