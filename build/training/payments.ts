import { FIRST_DAY, LAST_DAY } from './calls.ts';
import { byKey, type Person } from './cast.ts';
import { iban } from './identifiers.ts';
import type { Chance } from './random.ts';

export interface Payment {
  readonly at: number;
  readonly fromIban: string;
  readonly fromName: string;
  readonly toIban: string;
  readonly toName: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly purpose: string;
}
interface Account {
  readonly iban: string;
  readonly name: string;
}
/** Where the money ends. */
export const FINAL_ACCOUNT: Account = { iban: iban('RO', 700), name: 'Corvin Agro Trans SRL' };
const MULES: readonly Account[] = [1, 2, 3, 4].map((serial) => ({
  iban: iban(serial % 2 === 0 ? 'MD' : 'RO', 710 + serial),
  name: `Depozit Nord ${serial} SRL`,
}));
const FREIGHT: readonly [Account, Account] = [
  { iban: iban('MD', 801), name: 'Trans Orizont SRL' },
  { iban: iban('UA', 802), name: 'ТОВ «Вантаж-Прут»' },
];
const DAY = 86_400_000;
const account = (person: Person): Account => ({
  iban: person.iban,
  name: `${person.given} ${person.surname}`,
});

export function makePayments(chance: Chance, others: readonly Person[]): Payment[] {
  const payments: Payment[] = [];
  function pay(
    at: number,
    from: Account,
    to: Account,
    amount: number,
    purpose: string,
    currency = 'EUR',
  ): void {
    payments.push({
      at,
      fromIban: from.iban,
      fromName: from.name,
      toIban: to.iban,
      toName: to.name,
      amount,
      currency,
      purpose,
    });
  }
  const day = () =>
    FIRST_DAY + chance.whole(0, 110) * DAY + chance.whole(8, 17) * 3_600_000 + chance.whole(0, 59) * 60_000;
  const everyone = others.map(account);
  for (let count = 0; count < 420; count++) {
    const from = chance.pick(everyone);
    const to = chance.pick(everyone.filter((other) => other !== from));
    const purpose = chance.pick([
      'rent',
      'invoice',
      'chirie',
      'оплата послуг',
      'повернення боргу',
      'car parts',
      'școală',
    ]);
    pay(day(), from, to, chance.whole(2_000, 60_000), purpose);
  }
  for (let week = 0; week < 16; week++) {
    const at = FIRST_DAY + (week * 7 + 2) * DAY + 10 * 3_600_000;
    pay(at, FREIGHT[0], FREIGHT[1], 2_500_000, 'transport');
    pay(at + 2 * DAY, FREIGHT[1], FREIGHT[0], 2_490_000, 'fuel and drivers');
  }
  smugglingFees(chance, everyone, pay);
  return payments.sort((a, b) => a.at - b.at);
}

type Pay = (at: number, from: Account, to: Account, amount: number, purpose: string) => void;
/** Travellers pay a collector, collectors pay four shell firms each week, those pay the final account. */
function smugglingFees(chance: Chance, payers: readonly Account[], pay: Pay): void {
  const collectors = ['logistician', 'recruiter', 'forger', 'car-thief'].map((key) => account(byKey(key)));
  const collected = collectors.map(() => 0);
  for (let week = 0; week < 16; week++) {
    const monday = FIRST_DAY + week * 7 * DAY;
    for (let count = chance.whole(4, 7); count > 0; count--) {
      const index = chance.whole(0, collectors.length - 1);
      const fee = chance.whole(30, 90) * 5_000;
      collected[index] = (collected[index] ?? 0) + fee;
      pay(
        monday + chance.whole(9, 80) * 3_600_000,
        chance.pick(payers),
        collectors[index] ?? FINAL_ACCOUNT,
        fee,
        chance.pick(['екскурсія', 'excursie', 'help']),
      );
    }
    for (const [index, collector] of collectors.entries()) {
      const amount = Math.floor((collected[index] ?? 0) * 0.92);
      if (amount === 0) continue;
      const mule = MULES[(index + week) % MULES.length] ?? FINAL_ACCOUNT;
      pay(monday + 4 * DAY + 11 * 3_600_000, collector, mule, amount, 'consulting');
      pay(monday + 5 * DAY + 9 * 3_600_000, mule, FINAL_ACCOUNT, Math.floor(amount * 0.97), 'cereale');
      collected[index] = 0;
    }
  }
  pay(LAST_DAY - 3 * DAY, FINAL_ACCOUNT, account(byKey('money-handler')), 240_000, 'salariu');
}
