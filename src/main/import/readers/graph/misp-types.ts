import type { EntityType } from '../../../../core/model/entity-types.ts';

/** What an attribute of a type is: a thing with its number; types that are not named are words about the event. */
export const ATTRIBUTES: Readonly<
  Record<string, { readonly type: EntityType; readonly kind: string | null }>
> = Object.fromEntries([
  ...of('internet_address', 'internet-address', 'ip-src ip-dst domain hostname url uri link x509-url'),
  ...of(
    'email',
    'email',
    'email-src email-dst email email-reply-to whois-registrant-email target-email eppn',
  ),
  ...of('phone', 'phone', 'phone-number whois-registrant-phone'),
  ...of('bank_account', 'iban', 'iban'),
  ...of('bank_account', 'account', 'bank-account-nr'),
  ...of('payment_card', 'card-number', 'cc-number'),
  ...of('crypto_wallet', 'wallet', 'btc xmr dash'),
  ...of('device', null, 'mac-address mac-eui-64'),
  ...of('online_account', 'account-name', 'github-username twitter-id jabber-id telegram-id'),
  ...of('organisation', null, 'target-org whois-registrar'),
  ...of('person', null, 'full-name whois-registrant-name target-user'),
  ...of('document', 'document-number', 'passport-number'),
  ...of('place', null, 'place-port-of-original-embarkation target-location'),
  ...of('criminal_group', null, 'threat-actor campaign-name'),
  ...of(
    'exhibit',
    null,
    'filename md5 sha1 sha224 sha256 sha384 sha512 ssdeep imphash pehash tlsh authentihash attachment malware-sample mutex regkey pdb yara sigma snort',
  ),
  ...of('asset', null, 'malware-type AS user-agent ja3-fingerprint-md5'),
  ...of(
    'document',
    null,
    'vulnerability weakness x509-fingerprint-sha1 x509-fingerprint-sha256 email-subject',
  ),
]);

function of(
  type: EntityType,
  kind: string | null,
  names: string,
): [string, { type: EntityType; kind: string | null }][] {
  return names.split(' ').map((name) => [name, { type, kind }]);
}

/** Types that hold two numbers of two things. */
export const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  'domain|ip': ['domain', 'ip-dst'],
};

/** Types that hold a thing and, behind a bar, a field of it. */
export const FIELDS_BEHIND: Readonly<Record<string, readonly [type: string, field: string]>> = {
  'hostname|port': ['hostname', 'port'],
  'ip-src|port': ['ip-src', 'port'],
  'ip-dst|port': ['ip-dst', 'port'],
  'filename|md5': ['filename', 'md5'],
  'filename|sha1': ['filename', 'sha1'],
  'filename|sha256': ['filename', 'sha256'],
  'filename|sha512': ['filename', 'sha512'],
  'malware-sample': ['malware-sample', 'md5'],
  'regkey|value': ['regkey', 'value'],
};

/** What an object of a name is, and which of its fields are its own numbers. */
export const OBJECTS: Readonly<
  Record<string, { readonly type: EntityType; readonly numbers: Readonly<Record<string, string>> }>
> = {
  person: {
    type: 'person',
    numbers: { 'identity-card-number': 'document-number', 'passport-number': 'document-number' },
  },
  vehicle: { type: 'vehicle', numbers: { 'license-plate-number': 'plate', vin: 'vin' } },
  'bank-account': { type: 'bank_account', numbers: { iban: 'iban', account: 'account' } },
  phone: { type: 'phone', numbers: { msisdn: 'phone', 'phone-number': 'phone' } },
  'coin-address': { type: 'crypto_wallet', numbers: { address: 'wallet' } },
  'credit-card': { type: 'payment_card', numbers: { 'cc-number': 'card-number' } },
  device: { type: 'device', numbers: { imei: 'imei' } },
  email: { type: 'document', numbers: {} },
  file: { type: 'exhibit', numbers: {} },
  'forensic-case': { type: 'investigation', numbers: { 'case-number': 'case-reference' } },
  'forensic-evidence': { type: 'exhibit', numbers: { 'case-number': 'exhibit-number' } },
  'physical-item': { type: 'exhibit', numbers: {} },
  'legal-entity': { type: 'organisation', numbers: { 'registration-number': 'company-number' } },
  organization: { type: 'organisation', numbers: {} },
  geolocation: { type: 'place', numbers: {} },
  url: { type: 'internet_address', numbers: { url: 'internet-address' } },
  'user-account': { type: 'online_account', numbers: { username: 'account-name' } },
};

/** Objects that are several things of their own and the line between them. */
export const SPREAD: ReadonlySet<string> = new Set(['domain-ip', 'ip-port', 'network-connection', 'netflow']);
