import { expect, test } from 'vitest';
import { machineReadable, withoutMarks } from '../../../../../src/core/names/tables/machine-readable.ts';

test.each([
  ['łukasz', 'lukasz'],
  ['świerczyńska', 'swierczynska'],
  ['żółć', 'zolc'],
  ['bērziņš', 'berzins'],
  ['kęstutis', 'kestutis'],
  ['žemaitytė', 'zemaityte'],
  ['ľubomír', 'lubomir'],
  ['ștefănuță', 'stefanuta'],
  ['õunapuu', 'ounapuu'],
])('%s without marks is %s', (text, expected) => expect(withoutMarks(text)).toBe(expected));

test.each([
  ['kőrösi', ['korosi', 'koeroesi']],
  ['szűcs', ['szucs', 'szuecs', 'szuxxcs']],
  ['jürgen', ['jurgen', 'juergen', 'juxxrgen']],
  ['mäe', ['mae', 'maee']],
  ['weiß', ['weiss']],
])('%s may be printed as %j', (text, expected) => expect(machineReadable(text)).toEqual(expected));
