import { accountName } from './account-name.ts';
import { accountNumber } from './account-number.ts';
import { aircraft } from './aircraft.ts';
import { bic } from './bic.ts';
import { cardNumber } from './card-number.ts';
import { caseReference } from './case-reference.ts';
import { companyNumber } from './company-number.ts';
import { containerNumber } from './container-number.ts';
import { documentNumber } from './document-number.ts';
import { email } from './email.ts';
import { exhibitNumber } from './exhibit-number.ts';
import { firearmSerial } from './firearm-serial.ts';
import { iban } from './iban.ts';
import {
  formatUnknown,
  type IdentifierKind,
  type IdentifierOptions,
  type NormalisedIdentifier,
} from './identifier.ts';
import { imei } from './imei.ts';
import { imo } from './imo.ts';
import { iccid, imsi } from './imsi.ts';
import { internetAddress } from './internet-address.ts';
import { lei } from './lei.ts';
import { mmsi } from './mmsi.ts';
import { mrz } from './mrz.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { plate } from './plate.ts';
import { vin } from './vin.ts';
import { wallet } from './wallet.ts';

export { readCountry } from './countries.ts';
export { FIREARM_PART } from './firearm-serial.ts';
export {
  CHECK_RESULTS,
  type CheckResult,
  countryOfKey,
  type Explanation,
  type IdentifierKind,
  type NormalisedIdentifier,
} from './identifier.ts';
export { IDENTIFIER_KINDS } from './kinds.ts';

/** Every kind of identifier the program knows, as kinds.ts lists them. */
const RECORDS: readonly IdentifierKind[] = [
  phone,
  imei,
  imsi,
  iccid,
  iban,
  accountNumber,
  bic,
  vin,
  plate,
  personalNumber,
  companyNumber,
  lei,
  documentNumber,
  mrz,
  email,
  accountName,
  cardNumber,
  wallet,
  caseReference,
  exhibitNumber,
  imo,
  mmsi,
  containerNumber,
  aircraft,
  firearmSerial,
  internetAddress,
];
const BY_KIND = new Map(RECORDS.map((record) => [record.kind, record]));

/**
 * The comparable form of a raw value, what its check says and why. Never rejects: an unknown kind or an odd value comes
 * back trimmed as `format-unknown`. The caller keeps the raw text beside it.
 */
export function normaliseIdentifier(
  kind: string,
  raw: string,
  options: IdentifierOptions = { country: '' },
): NormalisedIdentifier {
  const record = BY_KIND.get(kind);
  return record === undefined ? formatUnknown(raw.trim()) : record.normalise(raw, options);
}
