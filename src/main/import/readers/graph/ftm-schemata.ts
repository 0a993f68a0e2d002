import type { EntityType } from '../../../../core/model/entity-types.ts';
import type { LinkType } from '../../../../core/model/link-types.ts';

/** What a schema of FollowTheMoney is here; one that is not named is told by its words. */
export const SCHEMATA: Readonly<Record<string, EntityType>> = {
  Address: 'place',
  Airplane: 'aircraft',
  Article: 'document',
  Assessment: 'document',
  Asset: 'asset',
  Audio: 'exhibit',
  BankAccount: 'bank_account',
  CallForTenders: 'document',
  Company: 'organisation',
  Contract: 'document',
  CourtCase: 'investigation',
  CryptoWallet: 'crypto_wallet',
  Document: 'document',
  Email: 'document',
  Event: 'investigation',
  Folder: 'document',
  HyperText: 'document',
  Identification: 'document',
  Image: 'exhibit',
  LegalEntity: 'organisation',
  License: 'document',
  Message: 'document',
  Note: 'document',
  Organization: 'organisation',
  Package: 'exhibit',
  Page: 'document',
  Pages: 'document',
  Passport: 'document',
  Person: 'person',
  Phone: 'phone',
  PlainText: 'document',
  Position: 'asset',
  Project: 'investigation',
  PublicBody: 'organisation',
  RealEstate: 'asset',
  Sanction: 'document',
  Security: 'asset',
  Table: 'document',
  Trip: 'investigation',
  UserAccount: 'online_account',
  Vehicle: 'vehicle',
  Vessel: 'vessel',
  Video: 'exhibit',
  Workbook: 'document',
};

export interface EdgeSchema {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
}

/** Schemata that are lines between two things: the properties of their ends, and what the line says. */
export const EDGES: Readonly<Record<string, EdgeSchema>> = {
  Ownership: { from: 'owner', to: 'asset', type: 'owns' },
  Directorship: { from: 'director', to: 'organization', type: 'directs' },
  Employment: { from: 'employee', to: 'employer', type: 'employed_by' },
  Membership: { from: 'member', to: 'organization', type: 'member_of' },
  Associate: { from: 'person', to: 'associate', type: 'associate_of' },
  Family: { from: 'person', to: 'relative', type: 'related_to' },
  Representation: { from: 'agent', to: 'client', type: 'other' },
  Payment: { from: 'payer', to: 'beneficiary', type: 'paid' },
  Debt: { from: 'debtor', to: 'creditor', type: 'other' },
  ContractAward: { from: 'supplier', to: 'contract', type: 'other' },
  CourtCaseParty: { from: 'party', to: 'case', type: 'mentioned_in' },
  Documentation: { from: 'document', to: 'entity', type: 'other' },
  Occupancy: { from: 'holder', to: 'post', type: 'other' },
  ProjectParticipant: { from: 'participant', to: 'project', type: 'other' },
  Succession: { from: 'predecessor', to: 'successor', type: 'other' },
  UnknownLink: { from: 'subject', to: 'object', type: 'other' },
  Similar: { from: 'candidate', to: 'match', type: 'other' },
  Call: { from: 'caller', to: 'receiver', type: 'called' },
};

export interface Reference {
  readonly type: LinkType;
  /** The line goes from the one that is named: an owner owns what names him. */
  readonly isTurned?: boolean;
}

/** Properties that name another entity of the file, and the line between them, by the type of the one that has them. */
export const REFERENCES: Readonly<Record<string, Readonly<Partial<Record<EntityType | 'any', Reference>>>>> =
  {
    addressEntity: { person: { type: 'lives_at' }, any: { type: 'located_at' } },
    owner: { any: { type: 'owns', isTurned: true } },
    holder: { document: { type: 'holds_document', isTurned: true }, any: { type: 'owns', isTurned: true } },
    operator: { any: { type: 'uses', isTurned: true } },
    entity: { document: { type: 'mentioned_in', isTurned: true } },
    parent: { document: { type: 'mentioned_in' } },
  };

const COMPANY = { registrationNumber: 'company-number', idNumber: 'company-number', leiCode: 'lei' };

/** Properties that are a number of the thing itself, by schema or for any; kinds of core/identifiers. */
export const OWN_NUMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Vehicle: { registrationNumber: 'plate', vin: 'vin' },
  Vessel: { imoNumber: 'imo', mmsi: 'mmsi' },
  Airplane: { registrationNumber: 'aircraft' },
  BankAccount: { iban: 'iban', accountNumber: 'account' },
  CryptoWallet: { publicKey: 'wallet' },
  UserAccount: { username: 'account-name' },
  Phone: { number: 'phone', phone: 'phone' },
  Person: { idNumber: 'personal-number', taxNumber: 'personal-number', innCode: 'personal-number' },
  Company: COMPANY,
  Organization: COMPANY,
  PublicBody: COMPANY,
  LegalEntity: COMPANY,
  Passport: { passportNumber: 'document-number', number: 'document-number' },
  Identification: { number: 'document-number' },
};

/** Numbers that are things of their own here, used by whoever has them. */
export const USED_NUMBERS: Readonly<Record<string, { readonly type: EntityType; readonly kind: string }>> = {
  phone: { type: 'phone', kind: 'phone' },
  email: { type: 'email', kind: 'email' },
  ipAddress: { type: 'internet_address', kind: 'internet-address' },
  website: { type: 'internet_address', kind: 'internet-address' },
};
