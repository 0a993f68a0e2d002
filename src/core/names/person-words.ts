const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Titles, ranks and ways of address, lower case without dots; they are no part of a name. */
export const TITLES = set(
  'mr mrs ms miss dr prof mag ing sir madame monsieur herr frau pan pani d-r dl dna dra domnul doamna dlui av hon ' +
    'гр громадянин громадянка гражданин гражданка пан пані господин госпожа г-н г-жа тов товариш товарищ ' +
    'професор профессор доктор доцент академік академик інж инж адвокат суддя судья прокурор слідчий следователь ' +
    'полковник підполковник подполковник майор капітан капитан лейтенант сержант старшина прапорщик генерал рядовий рядовой ' +
    'col lt maj cpt capt sgt gen colonel major captain lieutenant sergeant general colonelul maior capitan căpitan locotenent ' +
    'plutonier comisar inspector інспектор инспектор özv dipl pułkownik kapitan sierżant porucznik ' +
    'ponas ponia kungs kundze härra proua ბატონი ქალბატონი батоно отець отец священник father padre отч',
);

/** Small words of compound surnames; they say nothing where the rest agrees. */
export const PARTICLES = set(
  'de del della di da dos du des van von der den ten ter zu zum al el ul bin ibn ben abu la le y e i ' +
    'ван фон дер ден де аль эль ель бін бин ібн ибн бен абу дю да ді ди',
);

/** What stands before a former surname. */
export const FORMERLY = set(
  'née nee né born geb geborene roz rozena rozená z domu d урожд урождённая урожденная урожденый урожденный рожд дівоче дів ' +
    'дошлюбне уродж уроджена девичья дев бывш бывшая колишнє колишня попереднє прежняя născută nascuta născut nascut n szül ' +
    'szul született leány dzim dzimusi gim gimusi sünd sündinud прізвище фамилия у в girl maiden formerly ex',
);

/** Words that start a former surname without brackets; too short or ambiguous ones count only inside. */
export const FORMERLY_OPEN = set(
  'née nee geb geborene урожд урождённая урожденная дівоче уроджена девичья născută nascuta született szül dzimusi gimusi rozená',
);

/** The word after a father's name in Azerbaijani, Turkish and Uzbek use, and the sex it tells. */
export const CHILD_OF: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...'oglu oglı ogli oghlu ogly oğlu oğli ugli o‘g‘li ogʻli оглы огли оглу ўғли угли углы'
    .split(' ')
    .map((word) => [word, 'm'] as const),
  ...'qizi qızı kizi kyzy gizi qizy кызы кизи қизи гызы гизи'.split(' ').map((word) => [word, 'f'] as const),
]);

/** "fiul lui Ion", "син Петра": the father's name follows; `null` is a small word between. */
export const FATHER_FOLLOWS: ReadonlyMap<string, 'm' | 'f' | null> = new Map([
  ...['fiul', 'син', 'сын'].map((word) => [word, 'm'] as const),
  ...['fiica', 'дочка', 'дочь'].map((word) => [word, 'f'] as const),
  ['lui', null],
]);

/** Marks that tell father and son of one name apart. */
export const GENERATION: ReadonlyMap<string, 'younger' | 'elder'> = new Map([
  ...'jr jun junior мол молодший мл младший ml mł ifj ifjabb'
    .split(' ')
    .map((word) => [word, 'younger'] as const),
  ...'sr sen senior ст старший id idősb st'.split(' ').map((word) => [word, 'elder'] as const),
]);
