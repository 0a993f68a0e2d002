/** Words that make a name a company's wherever they stand in it, folded. */
const COMPANY = new Set(
  (
    'тов тзов тдв зат ват пат прат кп дп фг сфг ооо оао зао пао тоо чп банк компанія компания підприємство предприятие ' +
    'фірма фирма корпорація корпорация кооператив фонд холдинг srl llc ltd limited inc corp corporation company gmbh ' +
    'plc kft zrt nyrt bt oü uab sia sro spzoo bank banca banka bancă holding compania societatea întreprinderea asociația'
  ).split(' '),
);
/** Short forms that are also initials or other words: only in capitals and first or last in the name. */
const AT_THE_EDGE = new Set(
  'ТОВ ПП АТ АО ВТ СП КТ ТТ SA AB AS AG SP SL SE NV BV OU ÎM IM ÎCS ICS'.split(' '),
);
const QUOTED = /^["«„“][^"»”“]+["»”“]|["«„“][^"»”“]+["»”“]$/u;

/** "S.R.L.", "Sp. z o.o." and "s. r. o." are written in as many ways as there are clerks. */
function joined(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\bsp\.?\s*z\s*o\.?\s*o\.?(?=\s|$|,)/giu, 'spzoo')
    .replace(/\bs\.?\s?r\.?\s?([lo])\.?(?=\s|$|,)/giu, 'sr$1')
    .replace(/\bl\.l\.c\.?(?=\s|$|,)/giu, 'llc')
    .replace(/\bs\.a\.?(?=\s|$|,)/giu, 'SA')
    .replace(/\ba\.s\.?(?=\s|$|,)/giu, 'AS');
}

/**
 * Whether a name has a word of a company's legal form (ТОВ, ООО, SRL, SA, OÜ …) or begins or ends in quotation
 * marks. A sole trader (ФОП, ИП, PFA) is a person. "Іванов П.П." has initials, no legal form.
 */
export function isCompanyName(name: string): boolean {
  if (QUOTED.test(name)) return true;
  const words = joined(name)
    .split(/[\s,;()/]+/u)
    .filter((word) => word !== '');
  if (words.length < 2) return false;
  if (words.some((word) => COMPANY.has(word.toLowerCase().replace(/\.$/, '')))) return true;
  return AT_THE_EDGE.has(words[0] ?? '') || AT_THE_EDGE.has(words.at(-1) ?? '');
}
