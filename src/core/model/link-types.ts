import { keysOf } from '../keys.ts';

/** Link and event types: one table each. `directed` decides whether the chart draws an arrow. */
export const LINK_TYPES = {
  called: { directed: true, from: 'event' },
  messaged: { directed: true, from: 'event' },
  paid: { directed: true, from: 'event' },
  crossed_border: { directed: true, from: 'event' },
  met: { directed: false, from: 'event' },
  present_at: { directed: true, from: 'event' },
  uses: { directed: true, from: 'link' },
  owns: { directed: true, from: 'link' },
  registered_to: { directed: true, from: 'link' },
  drives: { directed: true, from: 'link' },
  travelled_with: { directed: false, from: 'link' },
  member_of: { directed: true, from: 'link' },
  leads: { directed: true, from: 'link' },
  employed_by: { directed: true, from: 'link' },
  directs: { directed: true, from: 'link' },
  controls: { directed: true, from: 'link' },
  related_to: { directed: false, from: 'link' },
  associate_of: { directed: false, from: 'link' },
  holds_document: { directed: true, from: 'link' },
  lives_at: { directed: true, from: 'link' },
  recruited: { directed: true, from: 'link' },
  transported: { directed: true, from: 'link' },
  facilitated: { directed: true, from: 'link' },
  supplied: { directed: true, from: 'link' },
  located_at: { directed: true, from: 'link' },
  mentioned_in: { directed: true, from: 'link' },
  same_as: { directed: false, from: 'link' },
  other: { directed: false, from: 'link' },
} as const satisfies Record<string, { directed: boolean; from: 'event' | 'link' }>;
export type LinkType = keyof typeof LINK_TYPES;
export const LINK_TYPE_NAMES = keysOf(LINK_TYPES);

/** Which link the chart draws between the two first participants of an event of this type. */
export const EVENT_TYPES = {
  call: { link: 'called' },
  message: { link: 'messaged' },
  payment: { link: 'paid' },
  border_crossing: { link: 'crossed_border' },
  position: { link: null },
  meeting: { link: 'met' },
  offence: { link: null },
  seizure: { link: null },
  arrest: { link: null },
  movement: { link: null },
  travel_booking: { link: null },
  recruitment: { link: 'recruited' },
  statement: { link: null },
  upload: { link: null },
  other: { link: null },
} as const satisfies Record<string, { link: LinkType | null }>;
export type EventType = keyof typeof EVENT_TYPES;
export const EVENT_TYPE_NAMES = keysOf(EVENT_TYPES);

/** confirmed = solid, unconfirmed = dashed, tentative = dotted (the chart convention, kept in every theme and print). */
export const STRENGTHS = ['confirmed', 'unconfirmed', 'tentative'] as const;
export type Strength = (typeof STRENGTHS)[number];
