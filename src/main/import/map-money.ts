import type { EventMapping, ImportSpecification } from '../../contract/import.ts';
import { isCoin } from '../../core/money.ts';
import { currencyBeside, exactAmount, readAmount, readCurrency, readMinorUnits } from './amount.ts';
import { RowRejection } from './drafts.ts';
import type { Cells, CompiledSource } from './value-source.ts';

export interface Money {
  readonly amountMinor: number | null;
  readonly currency: string | null;
  /** Of a coin in finer parts than are counted: what the file says, as text. */
  readonly exact: string | null;
}

const NONE: Money = { amountMinor: null, currency: null, exact: null };

/**
 * The sum of a row. A currency in the cell of the sum itself counts more than one stated for the whole file, and must
 * not contradict one in a column. Rejects the row with what it cannot read.
 */
export function moneyReader(
  { minorUnits = false }: EventMapping,
  amount: CompiledSource | null,
  currency: CompiledSource | null,
  { country, decimalMark }: ImportSpecification,
): (cells: Cells) => Money {
  if (amount === null) return () => NONE;
  const codeOf = currencyReader(currency, country);
  const readMinor = minorUnits
    ? (text: string) => readMinorUnits(text, decimalMark)
    : (text: string, code: string) => readAmount(text, code, decimalMark);
  return (cells) => {
    const text = amount.read(cells);
    if (text === '') throw new RowRejection('amount-missing', amount.column, '');
    const code = codeOf(cells, text);
    const minor = readMinor(text, code);
    if (minor !== null) return { amountMinor: minor, currency: code, exact: null };
    const exact = isCoin(code) && !minorUnits ? exactAmount(text, decimalMark) : null;
    if (exact === null) throw new RowRejection('amount-unreadable', amount.column, text);
    return { amountMinor: null, currency: null, exact: `${exact} ${code}` };
  };
}

function currencyReader(
  currency: CompiledSource | null,
  country: string,
): (cells: Cells, amount: string) => string {
  const isStated = currency === null || currency.indexes.length === 0;
  return (cells, amount) => {
    const beside = currencyBeside(amount, country);
    const word = currency === null ? '' : currency.read(cells);
    const named = readCurrency(word, country);
    if (isStated && beside !== null) return beside;
    const code = named ?? (word === '' ? beside : null);
    if (code === null || (beside !== null && beside !== code))
      throw new RowRejection('currency-unreadable', currency?.column ?? null, code === null ? word : amount);
    return code;
  };
}
