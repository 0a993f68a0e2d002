/** Ten witness statements of wholly invented people; the texts lie beside this file and are copied as they are. */
export interface Statement {
  readonly path: string;
  readonly reference: string;
  readonly title: string;
  readonly originator: string;
  readonly language: 'uk' | 'ro' | 'en';
  readonly date: string;
  readonly grade: { readonly scheme: 'europol-4x4'; readonly source: string; readonly information: string };
}
function statement(
  number: number,
  language: Statement['language'],
  title: string,
  originator: string,
  date: string,
  source: string,
  information: string,
): Statement {
  const name = `${String(number).padStart(2, '0')}-${language}`;
  return {
    path: `statements/${name}.txt`,
    reference: `ST-${String(number).padStart(2, '0')}`,
    title,
    originator,
    language,
    date,
    grade: { scheme: 'europol-4x4', source, information },
  };
}

export const STATEMENTS: readonly Statement[] = [
  statement(1, 'uk', 'Показання власниці викраденого автомобіля', 'UA', '2026-02-28', 'A', '1'),
  statement(2, 'uk', 'Показання мешканця прикордонного села', 'UA', '2026-03-16', 'B', '2'),
  statement(3, 'uk', 'Показання потерпілої', 'UA', '2026-05-12', 'A', '1'),
  statement(4, 'uk', 'Показання працівника автосервісу', 'UA', '2026-04-18', 'C', '3'),
  statement(5, 'ro', 'Declarația unei vânzătoare din Otaci', 'MD', '2026-04-06', 'B', '1'),
  statement(6, 'ro', 'Declarația unui șofer de microbuz', 'MD', '2026-04-27', 'B', '2'),
  statement(7, 'ro', 'Declarația unei funcționare de bancă', 'RO', '2026-05-20', 'A', '2'),
  statement(8, 'en', 'Statement of a lorry driver', 'RO', '2026-05-11', 'B', '1'),
  statement(9, 'en', 'Statement of a volunteer at a reception centre', 'MD', '2026-05-13', 'A', '2'),
  statement(10, 'en', 'Statement of a used-car dealer', 'RO', '2026-05-22', 'X', '4'),
];
