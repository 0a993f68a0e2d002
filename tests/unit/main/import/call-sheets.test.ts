import { expect, test } from 'vitest';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { type Bench, bench, importPath } from './helpers.ts';
import { sheetOf, workbook } from './readers/workbooks.ts';

interface Row {
  readonly type: string;
  readonly at: string;
  readonly seconds: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The events of a file as “type time seconds from > to”. */
function events({ database }: Bench): string[] {
  return database
    .all<Row>(
      `SELECT type, strftime('%Y-%m-%d %H:%M:%S', start_at / 1000, 'unixepoch') AS at, duration_seconds AS seconds,
        (SELECT label FROM entity WHERE seq = from_seq) AS "from", (SELECT label FROM entity WHERE seq = to_seq) AS "to"
        FROM event ORDER BY seq`,
    )
    .map(({ type, at, seconds, from, to }) =>
      [type, at, seconds ?? '-', from ?? '-', '>', to ?? '-'].join(' '),
    );
}

async function imported(name: string, ...lines: readonly string[]): Promise<string[]> {
  const one = bench();
  const report = await importPath(one, one.write(name, `${lines.join('\n')}\n`));
  expect(report).toMatchObject({ rejected: 0 });
  return events(one);
}

const ANA = '+380500000001';
const ION = '+380500000002';
const OLHA = '+380500000003';

test('Ukrainian list: letters A and Б, IMEI in Cyrillic letters, SMS are messages, a session of data is neither', async () => {
  const rest = '356938035643809;255010000000001;101;7001;120;м. Вигадане';
  const found = await imported(
    'a.csv',
    'Тип;А;Б;Дата/час;Тривалість (сек);ІМЕІ А;ІМЅІ А;LAC;CID;Аз.;Адреса БС',
    `вих.;380500000001;380500000002;21.03.2026 12:15:30;75;${rest}`,
    `вх.;380500000001;380500000003;21.03.2026 13:15:30;15;${rest}`,
    `вих. SMS;380500000001;380500000003;21.03.2026 14:15:30;0;${rest}`,
    `вх. SMS;380500000001;380500000003;21.03.2026 15:15:30;0;${rest}`,
    `GPRS;380500000001;internet;21.03.2026 16:15:30;0;${rest}`,
  );
  expect(found).toEqual([
    `call 2026-03-21 10:15:30 75 ${ANA} > ${ION}`,
    `call 2026-03-21 11:15:30 15 ${OLHA} > ${ANA}`,
    `message 2026-03-21 12:15:30 0 ${ANA} > ${OLHA}`,
    `message 2026-03-21 13:15:30 0 ${OLHA} > ${ANA}`,
    `other 2026-03-21 14:15:30 0 ${ANA} > -`,
  ]);
});

test('a subscriber first in every row is turned round, a list that says who called is not', async () => {
  const head = 'Caller,Called,Start,Duration,Direction';
  const times = [1, 2, 3].map((day) => `2026-03-0${day} 10:00:00,5`);
  const first = await imported(
    'a.csv',
    head,
    `${ANA},${ION},2026-03-09 10:00:00,5,outgoing`,
    ...times.map((time) => `${ANA},${OLHA},${time},incoming`),
  );
  expect(first.slice(1)).toEqual([1, 2, 3].map((day) => `call 2026-03-0${day} 08:00:00 5 ${OLHA} > ${ANA}`));
  const plain = await imported(
    'a.csv',
    head,
    `${ANA},${ION},2026-03-09 10:00:00,5,outgoing`,
    ...times.map((time) => `${OLHA},${ANA},${time},incoming`),
  );
  expect(plain.slice(1)).toEqual(first.slice(1));
});

test('months by name in capitals, minutes and seconds, the first cell', async () => {
  const one = bench();
  const lines = [
    'A-Party,B-Party,Event Date,Event Time,Event Type,Duration (mm:ss),First Cell ID,Last Cell ID',
    `${ANA},${ION},21-MAR-2026,12:15:30,MOC,01:15,255-1-7,255-1-8`,
    `${ANA},${OLHA},22-MAR-2026,12:15:30,SMS-MO,,255-1-7,255-1-8`,
  ];
  const report = await importPath(one, one.write('a.csv', `${lines.join('\n')}\n`));
  expect(report).toMatchObject({ imported: 2 });
  expect(events(one)).toEqual([
    `call 2026-03-21 10:15:30 75 ${ANA} > ${ION}`,
    `message 2026-03-22 10:15:30 - ${ANA} > ${OLHA}`,
  ]);
  expect(one.database.all(`SELECT properties ->> '$.cell' AS cell FROM event LIMIT 1`)).toEqual([
    { cell: '255-1-7' },
  ]);
});

test('minutes are not taken for seconds', async () => {
  const found = await imported(
    'a.csv',
    'Caller,Called,Start,Duration (min)',
    `${ANA},${ION},2026-03-01 10:00:00,3`,
  );
  expect(found).toEqual([`call 2026-03-01 08:00:00 - ${ANA} > ${ION}`]);
});

test('parties with a word and a name around the number, times with the offset of the phone', async () => {
  const found = await imported(
    'Phone.csv',
    '#,Parties,Direction,Date-Time,Duration,Source,Deleted',
    `1,"To: ${ION}\nIon Inventat",Outgoing,21/03/2026 12:15:30(UTC+2),00:01:15,Phone,`,
    `2,"From: ${OLHA}\nOlha Exemplu",Missed,21/03/2026 13:15:30(UTC+2),00:00:00,Phone,Yes`,
  );
  expect(found).toEqual([
    `call 2026-03-21 10:15:30 75 Phone > ${ION}`,
    `call 2026-03-21 11:15:30 0 ${OLHA} > Phone`,
  ]);
});

test('sheets of messages: a folder says which way, each row names one side only, or a chat both', async () => {
  expect(
    await imported(
      'Phone.csv',
      '#,Folder,Party,Time,Status,SMSC,Message',
      `1,Inbox,From: ${ION} Ion*,21/03/2026 12:15:30(UTC+2),Read,+380670000009,Привіт`,
      `2,Sent,To: ${OLHA} Olha*,22/03/2026 12:15:30(UTC+2),Sent,,Так`,
    ),
  ).toEqual([
    `message 2026-03-21 10:15:30 - ${ION} > Phone`,
    `message 2026-03-22 10:15:30 - Phone > ${OLHA}`,
  ]);
  expect(
    await imported(
      'Phone.csv',
      '#,From,From (Matched),To,To (Matched),Direction,Text,Time,Status,Type,Storage',
      `1,${ION},Ion,,,Incoming,Привіт,2026-03-21 12:15:30 UTC+02:00 (Network),Read,Deliver,Device`,
      `2,,,${OLHA},Olha,Outgoing,Так,2026-03-22 12:15:30 UTC+02:00 (Device),Sent,Submit,SIM`,
    ),
  ).toEqual([
    `message 2026-03-21 10:15:30 - ${ION} > Phone`,
    `message 2026-03-22 10:15:30 - Phone > ${OLHA}`,
  ]);
  expect(
    await imported(
      'Phone.csv',
      'Chat #,Start Time: Date,From,To,Body,Timestamp: Date,Timestamp: Time,Direction',
      '1,21/03/2026,380500000002@s.whatsapp.net Ion,380500000001@s.whatsapp.net Ana,Привіт,21/03/2026,21/03/2026 12:15:30(UTC+2),Incoming',
      '1,21/03/2026,380500000001@s.whatsapp.net Ana,,Так,21/03/2026,21/03/2026 12:16:30(UTC+2),Outgoing',
    ),
  ).toEqual([`message 2026-03-21 10:15:30 - ${ION} > ${ANA}`, `message 2026-03-21 10:16:30 - ${ANA} > -`]);
});

test('heads of columns state the zone and the order of day and month', async () => {
  const one = bench();
  const lines = [
    'Record,Sender,Recipient(s),Message Sent Date/Time - UTC+03:00 (M/d/yyyy),Message,Message Direction',
    `1,${ION},Local User <${ANA}>,3/4/2026 10:15:30,Привіт,Received`,
    `2,Local User <${ANA}>,${OLHA},3/5/2026 10:15:30,Так,Sent`,
  ];
  const path = one.write('Phone.csv', `${lines.join('\n')}\n`);
  const { ambiguousDates, suggested } = await importHandlers['import.inspect'](one.context, { path });
  expect([ambiguousDates, suggested.dateOrder, suggested.timeZone]).toEqual([false, 'mdy', 'Etc/GMT-3']);
  await importPath(one, path);
  expect(events(one)).toEqual([
    `message 2026-03-04 07:15:30 - ${ION} > ${ANA}`,
    `message 2026-03-05 07:15:30 - ${ANA} > ${OLHA}`,
  ]);
});

test('two columns of kinds: the one that says who began gives the direction', async () => {
  const found = await imported(
    'Phone.tsv',
    [
      'Starting Timestamp',
      'Ending Timestamp',
      'Call Type',
      'Call Direction',
      'Phone Number',
      'FaceTime Data',
    ].join('\t'),
    ['2026-03-21 10:15:30+00:00', '2026-03-21 10:16:45+00:00', 'Phone Call', 'Outgoing', ION, ''].join('\t'),
    ['2026-03-21 11:15:30+00:00', '', 'Phone Call', 'Incoming', OLHA, ''].join('\t'),
  );
  expect(found).toEqual([
    `call 2026-03-21 10:15:30 - Phone > ${ION}`,
    `call 2026-03-21 11:15:30 - ${OLHA} > Phone`,
  ]);
});

test('day and time of a workbook in cells of their own', async () => {
  const one = bench();
  const rows = [
    ['Номер А', 'Номер Б', 'Дата', 'Час', 'Тривалість', 'Вид послуги'],
    [ANA, ION, '2026-03-21 00:00:00', '12:15:30', '75', 'Голос'],
    [ANA, OLHA, '2026-03-22 00:00:00', '12:15:30', '0', 'SMS'],
  ];
  const path = one.write('calls.xlsx', workbook({ Sheet1: sheetOf(rows) }, 'xlsx'));
  expect(await importPath(one, path)).toMatchObject({ imported: 2, rejected: 0 });
  expect(events(one)).toEqual([
    `call 2026-03-21 10:15:30 75 ${ANA} > ${ION}`,
    `message 2026-03-22 10:15:30 0 ${ANA} > ${OLHA}`,
  ]);
});

test('cells of one number in two areas are two places, with a header and without', async () => {
  const named = bench();
  await importPath(
    named,
    named.write('towers.csv', 'LAC;CID;Широта;Довгота\n101;7001;48,5;25,9\n102;7001;48,6;25,8\n'),
  );
  const open = bench();
  const line = (area: number, unit: number): string =>
    `LTE,255,1,${area},7001,${unit},25.9,48.5,1000,5,1,1377178208,1432976121,-90\n`;
  const report = await importPath(open, open.write('255.csv', line(101, 0) + line(102, 120)));
  const labels = ({ database }: Bench) =>
    database.all<{ label: string }>('SELECT label FROM entity ORDER BY seq');
  expect(labels(named)).toEqual([{ label: '101-7001' }, { label: '102-7001' }]);
  expect(labels(open)).toEqual([{ label: '255-1-101-7001' }, { label: '255-1-102-7001' }]);
  expect(report).toMatchObject({ imported: 2, events: 0 });
});

test('who hid the number is nobody, so that two who did are not one; names and short numbers stay', async () => {
  const found = await imported(
    'a.csv',
    'Абонент А;Абонент Б;Дата;Час;Тривалість;Тип',
    '380500000001;Прихований;21.03.2026;12:15:30;75;вхідний',
    '380500000001;;21.03.2026;13:15:30;15;вхідний',
    '380500000001;MONOBANK;21.03.2026;14:15:30;0;вхідне SMS',
    '380500000001;111;21.03.2026;15:15:30;10;вихідний',
  );
  expect(found).toEqual([
    `call 2026-03-21 10:15:30 75 - > ${ANA}`,
    `call 2026-03-21 11:15:30 15 - > ${ANA}`,
    `message 2026-03-21 12:15:30 0 MONOBANK > ${ANA}`,
    `call 2026-03-21 13:15:30 10 ${ANA} > 111`,
  ]);
});

test('columns called by who calls are believed where their rows agree', async () => {
  const found = await imported(
    'a.csv',
    'Abonat apelant;Abonat apelat;Data;Ora;Durata (sec);Tip',
    '380500000001;380500000002;21.03.2026;12:15:30;75;Apel ieșire',
    '380500000003;380500000001;21.03.2026;13:15:30;15;Apel intrare',
  );
  expect(found).toEqual([
    `call 2026-03-21 10:15:30 75 ${ANA} > ${ION}`,
    `call 2026-03-21 11:15:30 15 ${OLHA} > ${ANA}`,
  ]);
});

test('an address book with several entries in a cell, and one with numbered columns', async () => {
  const used = ({ database }: Bench) =>
    database
      .all<{ pair: string }>(
        `SELECT a.label || ' ' || b.label AS pair FROM link JOIN entity a ON a.seq = from_seq
         JOIN entity b ON b.seq = to_seq ORDER BY link.seq`,
      )
      .map(({ pair }) => pair);
  const cells = bench();
  const entries = `"Phone-Mobile: ${ION}\nPhone-Work: ${OLHA}\nEmail-Home: ion@example.org"`;
  await importPath(
    cells,
    cells.write('Contacts.csv', `#,Name,Entries,Source\n1,Ion Inventat,${entries},Phone\n`),
  );
  expect(used(cells)).toEqual([
    `Ion Inventat ${ION}`,
    `Ion Inventat ${OLHA}`,
    'Ion Inventat ion@example.org',
  ]);
  const numbered = bench();
  await importPath(
    numbered,
    numbered.write(
      'contacts.csv',
      `Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\nIon Inventat,Mobile,${ION},Work,${OLHA}\n`,
    ),
  );
  expect(used(numbered)).toEqual([`Ion Inventat ${ION}`, `Ion Inventat ${OLHA}`]);
});

test('letters in place of the other numbers are who was spoken to', async () => {
  const found = await imported(
    'own phone.csv',
    'kind,direction,correspondent_id,datetime,call_duration,cell_id',
    'call,out,B,2026-03-01 08:00:00,60,17',
    'call,in,C,2026-03-01 09:00:00,30,17',
    'call,in,B,2026-03-02 09:00:00,10,18',
  );
  expect(found).toEqual([
    'call 2026-03-01 06:00:00 60 own phone > B',
    'call 2026-03-01 07:00:00 30 C > own phone',
    'call 2026-03-02 07:00:00 10 B > own phone',
  ]);
});
