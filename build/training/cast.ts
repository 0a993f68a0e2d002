import { type Country, iban, phoneNumber } from './identifiers.ts';
import type { Chance } from './random.ts';

/** A person of the invented case as one register writes him or her. */
export interface Person {
  readonly key: string;
  readonly surname: string;
  readonly given: string;
  readonly born: string;
  readonly citizenship: Country;
  readonly document: string;
  readonly phone: string;
  readonly iban: string;
  readonly remark: string;
}

/** Phones 1–16 of each country belong to the network, from 40 on to everybody else. */
function member(
  key: string,
  names: readonly [string, string],
  born: string,
  citizenship: Country,
  serial: number,
  remark: string,
): Person {
  return {
    key,
    surname: names[0],
    given: names[1],
    born,
    citizenship,
    document: `${citizenship === 'UA' ? 'ZX' : citizenship === 'MD' ? 'ZA' : 'ZS'}00${String(serial).padStart(4, '0')}`,
    phone: phoneNumber(citizenship, serial),
    iban: iban(citizenship, serial),
    remark,
  };
}

export const MEMBERS: readonly Person[] = [
  member('organiser', ['Brânduș', 'Nicolae'], '1979-11-02', 'MD', 1, 'transport firm'),
  member('logistician', ['Ткачук', 'Олександр'], '1987-05-14', 'UA', 2, 'автосервіс'),
  member('driver-coordinator', ['Stârcea', 'Valeriu'], '1990-08-21', 'MD', 3, 'șofer'),
  member('recruiter', ['Довгань', 'Ігор'], '1984-01-30', 'UA', 4, 'канал у месенджері'),
  member('money-handler', ['Ursachi', 'Mihaela'], '1982-06-17', 'RO', 5, 'contabilitate'),
  member('scout', ['Гайдук', 'Роман'], '1993-03-09', 'UA', 6, 'водій'),
  member('load-driver', ['Cazacliu', 'Dumitru'], '1988-12-12', 'MD', 7, 'șofer'),
  member('car-thief', ['Лещук', 'Вадим'], '1991-07-04', 'UA', 8, ''),
  member('receiver', ['Pânzaru', 'Gheorghe'], '1976-02-25', 'RO', 9, 'parc auto'),
  member('forger', ['Грецький', 'Юрій'], '1980-10-19', 'UA', 10, 'поліграфія'),
  member('victim', ['Верболоз', 'Оксана'], '1998-04-03', 'UA', 11, ''),
  member('minor', ['Верболоз', 'Дарина'], '2011-09-15', 'UA', 12, ''),
  member('witness', ['Moraru', 'Ilinca'], '1969-05-28', 'MD', 13, 'vânzătoare'),
  member('car-owner', ['Зозулевич', 'Тамара'], '1974-03-11', 'UA', 15, 'заявниця'),
];

/** The second life of the logistician: the Romanian spelling on another document, same date of birth. */
export const ROMANIAN_SPELLING: Person = {
  ...member('logistician-ro', ['Tcaciuc', 'Alexandru'], '1987-05-14', 'RO', 14, 'piese auto'),
};
/** The third: the passport's own transliteration, met only in the border log. */
export const PASSPORT_SPELLING = {
  surname: 'Tkachuk',
  given: 'Oleksandr',
  born: '1987-05-14',
  document: 'ZP000077',
} as const;

export function byKey(key: string): Person {
  const found = MEMBERS.find((person) => person.key === key);
  if (found === undefined) throw new Error(`no member ${key}`);
  return found;
}

const NAMES: Record<Country, { surnames: readonly string[]; given: readonly string[] }> = {
  UA: {
    surnames:
      'Бондаренчук Вишневецький Гончарик Даниленчук Журавльов Заболотько Іщенчук Калиновський Лозинський Мазуренчук Назарчик Остапенчук Прокопчик Радченчук Савицький Тимчук Федорчик Хоменчук Чорнобай Шевелюк Яремчик Цимбал'.split(
        ' ',
      ),
    given:
      'Андрій Богдан Василь Галина Дмитро Євген Зоряна Інна Катерина Леся Микола Наталія Остап Павло Руслана Степан Тарас Уляна'.split(
        ' ',
      ),
  },
  MD: {
    surnames:
      'Arapu Buzilă Cebotari Darie Efros Frunzaru Grosul Hâncu Iurcu Jardan Lupașcu Munteanu Negruța Onofrei Pascari Răileanu Savga Țurcanu Untilă Vrabie'.split(
        ' ',
      ),
    given:
      'Andrei Bogdana Constantin Doina Eugen Felicia Grigore Ion Lilia Marcel Natalia Octavian Petru Rodica Silvia Tudor Victor Zinaida'.split(
        ' ',
      ),
  },
  RO: {
    surnames:
      'Agapie Bârsan Ciobotaru Drăgulin Enășel Fărcaș Găină Huțanu Iftode Lefter Mărgineanu Nistor Olteanu Prisăcaru Roșca Sârbu Tănase Ungureanu Văleanu Zaharia'.split(
        ' ',
      ),
    given:
      'Adriana Bogdan Cristian Daniela Emil Florin Gabriela Horia Ioana Laurențiu Mircea Nicoleta Ovidiu Paul Raluca Ștefan Traian Valentina'.split(
        ' ',
      ),
  },
};

/** Everybody else: `count` bystanders with a phone and an account each. */
export function bystanders(chance: Chance, count: number): Person[] {
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const citizenship = (['UA', 'MD', 'RO'] as const)[chance.weighted([5, 4, 3])] ?? 'MD';
    let names: readonly [string, string];
    do names = [chance.pick(NAMES[citizenship].surnames), chance.pick(NAMES[citizenship].given)];
    while (used.has(names.join(' ')));
    used.add(names.join(' '));
    const born = `${chance.whole(1956, 2004)}-${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`;
    return member(`bystander-${index}`, names, born, citizenship, 40 + index, '');
  });
}
