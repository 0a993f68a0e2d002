/** Border crossing points and towns with public coordinates; names as resources/gazetteer writes them. */
export interface Spot {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}
const spot = (name: string, latitude: number, longitude: number): Spot => ({ name, latitude, longitude });

export const CROSSINGS = {
  palanca: spot('Palanca–Maiaky–Udobne', 46.4117, 30.1025),
  otaci: spot('Otaci–Mohyliv-Podilskyi', 48.4444, 27.7903),
  leuseni: spot('Leușeni–Albița', 46.793, 28.168),
  sculeni: spot('Sculeni', 47.325, 27.617),
  galati: spot('Giurgiulești–Galați', 45.477, 28.201),
  porubne: spot('Porubne–Siret', 47.983, 26.06),
  criva: spot('Criva–Mamalyha', 48.266, 26.64),
  tudora: spot('Tudora–Starokozache', 46.416, 29.96),
} as const;
export const ALL_CROSSINGS: readonly Spot[] = Object.values(CROSSINGS);

/** Cells of the two invented operators: the town stands for the site. */
export const CELLS: readonly (Spot & { readonly cell: string; readonly operator: 'a' | 'b' })[] = (
  [
    ['a', 'Chișinău', 47.0245, 28.8323],
    ['a', 'Bălți', 47.7615, 27.9288],
    ['a', 'Otaci', 48.435, 27.8],
    ['a', 'Hîncești', 46.8258, 28.5936],
    ['a', 'Ungheni', 47.2108, 27.8003],
    ['a', 'Căușeni', 46.6367, 29.4111],
    ['a', 'Iași', 47.1585, 27.6014],
    ['a', 'Suceava', 47.6514, 26.2556],
    ['a', 'Galați', 45.4353, 28.008],
    ['a', 'Soroca', 48.1558, 28.2975],
    ['b', 'Одеса', 46.4825, 30.7233],
    ['b', 'Могилів-Подільський', 48.4489, 27.7928],
    ['b', 'Чернівці', 48.2915, 25.9403],
    ['b', 'Вінниця', 49.2331, 28.4682],
    ['b', 'Маяки', 46.4142, 30.2681],
    ['b', 'Рені', 45.4569, 28.2814],
    ['b', 'Ізмаїл', 45.3492, 28.8378],
    ['b', 'Подільськ', 47.7478, 29.5328],
  ] as const
).map(([operator, name, latitude, longitude], index) => ({
  ...spot(name, latitude, longitude),
  operator,
  cell: `${operator === 'a' ? '259-99' : '255-99'}-${String(4100 + index * 7)}`,
}));
