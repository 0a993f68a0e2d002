const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The container of old office files, of messages and of encrypted workbooks. */
export function isCompound(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** Names of streams stand in its directory as UTF-16. */
function names(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

export function holdsEncrypted(bytes: Uint8Array): boolean {
  return names(bytes, 'EncryptedPackage');
}

/** Streams of other kinds of files in the same container. */
export function holdsOther(bytes: Uint8Array): boolean {
  return names(bytes, '__properties_version1.0') || names(bytes, 'WordDocument');
}

export function holdsWorkbook(bytes: Uint8Array): boolean {
  return !holdsOther(bytes) && (names(bytes, 'Workbook\0') || names(bytes, 'Book\0'));
}

/** A ZIP whose parts are binary records (`.xlsb`); drawings and macros of other workbooks are binary too. */
export function isBinaryBook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return /xl\/(workbook|sharedStrings|styles|worksheets\/[^/]{1,40})\.bin/.test(text);
}
