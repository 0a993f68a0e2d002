/** ISO 4217: the currencies whose minor unit is not a hundredth. */
const ISO_DECIMALS: Readonly<Record<string, number>> = {
  ...withDecimals(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...withDecimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...withDecimals(4, 'CLF UYW'),
};

/**
 * Coins and tokens are counted in the smallest unit people name; of those with eighteen decimals in billionths, because
 * a smaller unit would not fit a whole number.
 */
const COIN_DECIMALS: Readonly<Record<string, number>> = {
  ...withDecimals(6, 'USDT USDC TRX XRP ADA TUSD'),
  ...withDecimals(8, 'BTC LTC BCH DOGE DASH ZEC'),
  ...withDecimals(9, 'ETH ETC BNB SOL TON DAI BUSD MATIC'),
  ...withDecimals(12, 'XMR'),
};

function withDecimals(decimals: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, decimals]));
}

/** Decimals of a currency's minor unit. Those of the platform follow what people print, not what the standard counts. */
export function decimalsOf(currency: string): number {
  return ISO_DECIMALS[currency] ?? COIN_DECIMALS[currency] ?? 2;
}

export function isCoin(currency: string): boolean {
  return Object.hasOwn(COIN_DECIMALS, currency);
}

/** Minor units as a person of that language reads them, with the code of the currency. */
export function moneyText(minor: number, currency: string, locale: string): string {
  const digits = decimalsOf(currency);
  const decimals = { minimumFractionDigits: Math.min(digits, isCoin(currency) ? 2 : digits) };
  const value = minor / 10 ** digits;
  if (!/^[A-Z]{3}$/.test(currency)) {
    const number = new Intl.NumberFormat(locale, { ...decimals, maximumFractionDigits: digits });
    return `${currency} ${number.format(value)}`;
  }
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    ...decimals,
    maximumFractionDigits: digits,
  }).format(value);
}
