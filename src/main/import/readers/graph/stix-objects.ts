import type { EntityType } from '../../../../core/model/entity-types.ts';
import type { LinkType } from '../../../../core/model/link-types.ts';
import type { GraphIdentifier } from './graph.ts';
import { isObject, type JsonObject, textOf } from './json.ts';
import { entityTypeOf, linkTypeOf } from './type-words.ts';

const TYPES: Readonly<Record<string, EntityType>> = {
  'attack-pattern': 'document',
  campaign: 'investigation',
  'course-of-action': 'document',
  grouping: 'document',
  identity: 'organisation',
  incident: 'investigation',
  indicator: 'exhibit',
  infrastructure: 'asset',
  'intrusion-set': 'criminal_group',
  location: 'place',
  malware: 'asset',
  'malware-analysis': 'document',
  note: 'document',
  'observed-data': 'exhibit',
  opinion: 'document',
  report: 'document',
  'threat-actor': 'criminal_group',
  tool: 'asset',
  vulnerability: 'document',
  'marking-definition': 'document',
  'language-content': 'document',
  'extension-definition': 'document',
  artifact: 'exhibit',
  'autonomous-system': 'asset',
  directory: 'exhibit',
  'domain-name': 'internet_address',
  'email-addr': 'email',
  'email-message': 'document',
  file: 'exhibit',
  'ipv4-addr': 'internet_address',
  'ipv6-addr': 'internet_address',
  'mac-addr': 'device',
  mutex: 'exhibit',
  'network-traffic': 'asset',
  process: 'exhibit',
  software: 'asset',
  url: 'internet_address',
  'user-account': 'online_account',
  'windows-registry-key': 'exhibit',
  'x509-certificate': 'document',
};

/** An identity or actor that is one person is a person. */
export function stixType(object: JsonObject): EntityType | '' {
  const type = textOf(object.type);
  if (textOf(object.identity_class) === 'individual' || textOf(object.resource_level) === 'individual')
    return 'person';
  return TYPES[type] ?? entityTypeOf(type) ?? '';
}

const NUMBERS: Readonly<Record<string, readonly [kind: string, field: string]>> = {
  'domain-name': ['internet-address', 'value'],
  'ipv4-addr': ['internet-address', 'value'],
  'ipv6-addr': ['internet-address', 'value'],
  url: ['internet-address', 'value'],
  'email-addr': ['email', 'value'],
  'user-account': ['account-name', 'account_login'],
};

export function identifiersOf(object: JsonObject): GraphIdentifier[] {
  const [kind = '', field = ''] = NUMBERS[textOf(object.type)] ?? [];
  const value = textOf(object[field]);
  return value === '' ? [] : [{ kind, value }];
}

const LABELS = [
  'name',
  'value',
  'subject',
  'display_name',
  'account_login',
  'user_id',
  'path',
  'key',
  'command_line',
  'abstract',
  'opinion',
  'pattern',
  'region',
  'country',
  'city',
  'number',
  'serial_number',
];

export function labelOf(object: JsonObject): string {
  for (const name of LABELS) {
    const text = textOf(object[name]);
    if (text !== '') return name === 'number' ? `AS${text}` : text;
  }
  const hashes = isObject(object.hashes) ? Object.values(object.hashes).map(textOf) : [];
  return hashes[0] ?? `${textOf(object.type)} ${textOf(object.id).slice(-12)}`;
}

const RELATIONS: Readonly<Record<string, LinkType>> = {
  uses: 'uses',
  controls: 'controls',
  owns: 'owns',
  'located-at': 'located_at',
  'duplicate-of': 'same_as',
  'related-to': 'other',
  'communicates-with': 'other',
  targets: 'other',
};

export function stixLinkType(relation: string): LinkType {
  return RELATIONS[relation] ?? linkTypeOf(relation) ?? 'other';
}

const COMPARED = /\b(ipv4-addr|ipv6-addr|domain-name|url|email-addr):value\s*=\s*'((?:[^'\\]|\\.)+)'/g;

/** Each address of a pattern once. */
export function patternAddresses(
  pattern: string,
): { readonly type: EntityType; readonly kind: string; readonly value: string }[] {
  const found = new Map<string, { type: EntityType; kind: string; value: string }>();
  for (const [, object = '', raw = ''] of pattern.matchAll(COMPARED)) {
    const value = raw.replace(/\\(.)/g, '$1');
    const isMail = object === 'email-addr';
    found.set(value, {
      type: isMail ? 'email' : 'internet_address',
      kind: isMail ? 'email' : 'internet-address',
      value,
    });
  }
  return [...found.values()];
}
