import { keysOf } from '../keys.ts';

const WITH_COUNTRY = /^[A-Z]{2}(-[A-Z]{2})?:.{4,}$/u;

/**
 * Numbers two bureaux can compare, by the shape their compared form has. One that needs its country and lacks it, a short
 * code or the name of a sender means something else at every desk: it would hit by accident, so it is not compared.
 */
const SHAPES = {
  phone: /^\+\d{7,15}$/,
  imei: /^\d{14}$/,
  imsi: /^\d{14,15}$/,
  iccid: /^\d{18,20}$/,
  iban: /^[A-Z]{2}\d{2}[0-9A-Z]{10,30}$/,
  vin: /^[A-Z0-9]{17}$/,
  plate: WITH_COUNTRY,
  'document-number': WITH_COUNTRY,
  'personal-number': /^([A-Z]{2}(-[A-Z]{2})?:)?[0-9A-Z]{9,14}$/,
  'company-number': /^[0-9A-Z]{8,14}$/,
  lei: /^[A-Z0-9]{20}$/,
  email: /^[^@\s]+@[^@\s]+$/u,
  'card-number': /^\d{12,19}$/,
  wallet: /^\S{20,120}$/u,
  imo: /^\d{7}$/,
  mmsi: /^\d{9}$/,
  'container-number': /^[A-Z]{4}\d{7}$/,
  'firearm-serial': /^.*[^|]\|[^?|]{4,}$/u,
} as const satisfies Record<string, RegExp>;

/** A name is compared only together with a whole date of birth. */
export const NAME_AND_BIRTH = 'name-birth';
export const HIT_KINDS = [...keysOf(SHAPES), NAME_AND_BIRTH] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export function isHitKind(kind: string): kind is HitKind {
  return (HIT_KINDS as readonly string[]).includes(kind);
}

/** Whether a number in its compared form can be compared between two bureaux. */
export function isComparable(kind: string, value: string): kind is HitKind {
  const shape: RegExp | undefined = (SHAPES as Readonly<Record<string, RegExp>>)[kind];
  return shape?.test(value) === true;
}
