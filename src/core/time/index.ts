export { type DateOrderGuess, detectDateOrder } from './date-order.ts';
export { readDuration } from './duration.ts';
export { type Period, PRECISIONS, type Precision } from './precision.ts';
export { type DateOrder, type TimeReading, timeReader } from './read-time.ts';
export { isTimeZone, type ZoneClock, zoneClock } from './zone.ts';
export { countryOfZone } from './zone-country.ts';
