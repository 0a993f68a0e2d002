/**
 * Names of all kinds of identifier, apart from what reads them: the window lists kinds and must not load the
 * libraries behind them for that.
 */
export const IDENTIFIER_KINDS: readonly string[] = [
  'phone',
  'imei',
  'imsi',
  'iccid',
  'iban',
  'account',
  'bic',
  'vin',
  'plate',
  'personal-number',
  'company-number',
  'lei',
  'document-number',
  'mrz',
  'email',
  'account-name',
  'card-number',
  'wallet',
  'case-reference',
  'exhibit-number',
  'imo',
  'mmsi',
  'container-number',
  'aircraft',
  'firearm-serial',
  'internet-address',
];

/** Kinds that mean something else in another country, where it can be said by hand for which one they are to be read. */
export const KINDS_OF_A_COUNTRY: readonly string[] = [
  'plate',
  'document-number',
  'personal-number',
  'company-number',
  'phone',
];
