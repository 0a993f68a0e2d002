/** What a column can be. The order decides where two words fit one column equally well. */
export type ColumnField = keyof typeof HEADER_WORDS;

/** Header words in English, Ukrainian, Russian and Romanian, of banks also in Polish and Hungarian, folded: lower case, no marks, single blanks. */
export const HEADER_WORDS = {
  caller:
    'а|a party|party a number|a party number|a party no|a msisdn|a no|calling no|calling party number|calling msisdn|caller id|caller number|caller no|src|target no|target number|target msisdn|phone account address|served msisdn|originating msisdn|а номер|номер телефону а|номер телефона а|абонент а номер|nr a|apelantul|numar apelantului|caller|calling|calling number|a number|number a|msisdn a|party a|from number|from|source|абонент а|абонента а|номер а|номер абонента а|хто дзвонив|хто телефонував|вихідний номер|номер абонента|звідки|телефон абонента|кто звонил|номер абонента|абонент|исходящий номер|apelant|numar apelant|abonat a|numar a|numar abonat|nr apelant|sursa|initiator|calling party|originating number|msisdn',
  called:
    'б|в|b|b party|b party number|b party no|party b number|b msisdn|b no|called no|called party number|called msisdn|callee no|dialed number|dialled number|dialed digits|dst|recipient id|receiver number|recipient number|other number|opposite number|terminating msisdn|б номер|номер телефону б|номер телефона б|номер телефону в|номер співрозмовника|номер контакта|номер контакту|nr b|apelatul|numar apelatului|interlocutor|called|callee|callee number|called number|b number|number b|msisdn b|party b|to number|to|destination|correspondent|correspondent id|абонент б|абонента б|абонент в|номер б|номер в|номер абонента б|кому дзвонили|кому телефонував|викликаний номер|вхідний номер|співрозмовник|контакт|кому звонил|номер собеседника|собеседник|вызываемый номер|apelat|numar apelat|abonat b|numar b|nr apelat|destinatie|destinatar apel|called party|terminating number|other party',
  start:
    'session start|starting timestamp|call date time|call datetime|call start time|start date time|event time stamp|message sent date time|sent date time|sent time|time sent|call time stamp|дата час початку|дата і час зєднання|дата та час зєднання|дата и время соединения|дата и время звонка|data si ora evenimentului|data ora apelului|start|start time|datetime|date time|timestamp|call start|begin|begin time|started at|date and time|дата та час|дата і час|дата час|початок|початок зєднання|початок розмови|час початку|дата і час початку|дата та час початку|дата и время|начало|начало соединения|время начала|data si ora|data ora|inceput|data inceput|ora inceput|moment|data si ora apelului|crossing time|time of crossing|час перетину|дата та час перетину|дата пересечения|data traversarii|data si ora traversarii',
  date: 'event date|start date|timestamp date|дата зєднання|дата події|дата соединения|дата события|data evenimentului|date|call date|дата|дата дзвінка|дата розмови|день|дата звонка|data|data apel|data apelului|booking date|transaction date|дата операції|дата платежу|дата операции|дата платежа|data tranzactiei|data operatiunii|value date|дата перетину|crossing date|дата проводки|data tranzactie|data operacji|data transakcji|data ksiegowania|data zaksiegowania|data waluty|konyveles datuma|konyvelesi datum|tranzakcio datuma|tranzakcio idopontja|datum|erteknap|started date|completed date|posting date|дата транзакції|дата транзакции|дата обробки|data procesarii|data valuta|data contabila|utc time',
  time: 'event time|timestamp time|call initiation time|час зєднання|час події|время соединения|время события|ora evenimentului|time|call time|час|час дзвінка|час розмови|время|время звонка|ora|ora apel|ora apelului|timp|час перетину кордону|ora traversarii|hour',
  end: 'ending timestamp|call end|call end time|end date time|end|end time|finish|ended at|кінець|закінчення|час закінчення|конец|окончание|время окончания|sfarsit|ora sfarsit|final',
  duration:
    'dur|talk time|duration in seconds|call duration in seconds|тривалість зєднання|тривалість дзвінка|длительность соединения|длительность разговора|durata convorbirii|durata secunde|duration|call duration|duration s|duration sec|seconds|length|тривалість|тривалість с|тривалість сек|тривалість розмови|длительность|длительность сек|продолжительность|durata|durata s|durata sec|durata apel|durata apelului',
  direction:
    'direction|call direction|in out|напрям|напрямок|вхідний вихідний|направление|directie|directia|sens',
  kind: 'type|call type|record type|txn type|usage type|message type|type of call|type of connection|тип|вид|тип дзвінка|тип зєднання|тип звонка|тип соединения|тип виклику|тип події|тип послуги|тип запису|тип события|тип услуги|вид події|вид события|tip|tip apel|tip eveniment|tipul evenimentului|tip inregistrare|interaction|service|service type|послуга|вид звязку|вид послуги|услуга|вид связи|serviciu|tip serviciu|event type',
  entries: 'entries|entry',
  smsCentre:
    'smsc|smsc no|smsc number|sms center|sms centre|service center|service centre|message center|sms центр|смс центр|центр sms|centru sms|centrul sms',
  contactName:
    'contact name|contact person|name matched|matched name|name in phone book|phonebook name|імя контакту|имя контакта|nume contact|numele contactului',
  party: 'party|parties|other party|other parties|сторони|стороны|părți|parti',
  text: 'text|message|body|message text|message body|text message|sms text|message content|content|snippet|instant message body|текст|текст повідомлення|зміст повідомлення|зміст|повідомлення|текст сообщения|сообщение|содержание|mesaj|mesajul|text mesaj|textul mesajului|continut|continutul',
  imei: 'served imei|a imei|imei number|imei а|номер imei|imei|imei a|imei caller|imei терміналу|imei терминала|imei апарата|imei apelant',
  imsi: 'served imsi|a imsi|imsi number|imsi а|imsi|imsi a|imsi caller',
  iccid:
    'iccid|icc id|sim number|sim card number|sim card|sim serial|номер sim|номер sim картки|номер сім картки|номер sim карты|номер сим карты|серійний номер sim|numar sim|numar cartela sim|serie sim|cartela sim',
  cell: 'first cell|first cell id|first cellid|first cell id a|first cgi|first cell global id|cgi|ecgi|cell global id|first bts|start cell|start cell id|caller antenna|cell name|cell identity|перша сота|сота початку|сота а|cell a id|celula start|celula initiala|cell|cell id|cellid|cell a|cid|lac cid|lac cell|antenna|antenna id|tower|tower id|bts|базова станція|бс|сота|стільник|базовая станция|celula|celula id|id celula|antena|statie de baza|turn|ідентифікатор соти',
  lac: 'lac|lac a|area|tac|lac tac|location area|location area code|лак',
  mnc: 'mnc|net|mobile network code',
  mcc: 'mcc|mobile country code',
  cellAddress:
    'cell address|cell site address|site address|bts address|tower address|antenna address|address of cell|адреса базової станції|адреса бс|адреса станції|адреса вежі|адреса соти|адрес базовой станции|адрес бс|адрес станции|адрес вышки|адрес соты|adresa statiei de baza|adresa statiei|adresa bts|adresa celulei|first bts location|first bts address|first cell address|adresa antenei|adresa turnului',
  device:
    'device|device id|device name|tracker|tracker id|tracker name|unit|unit id|gps id|object|пристрій|id пристрою|трекер|обєкт|устройство|id устройства|объект|dispozitiv|id dispozitiv|dispozitivul|obiect',
  azimuth:
    'first cell azimuth|аз|az|azimut celula|cell azimuth|antenna azimuth|bearing a|azimuth|азимут|azimut|bearing|sector azimuth',
  latitude: 'latitude|lat|y|широта|latitudine|latitudinea|north',
  longitude: 'longitude|lon|lng|long|x|довгота|долгота|longitudine|longitudinea|east',
  coordinates:
    'first cgi lat long|first cell lat long|coordinates|coordinate|coords|lat lon|lat long|latlon|gps coordinates|gps position|mgrs|utm|координати|координати gps|координаты|координаты gps|coordonate|coordonatele|coordonate gps',
  surname: 'surname|last name|family name|прізвище|фамилия|nume de familie|nume|numele de familie',
  givenName: 'name given|first name|given name|given names|forename|імя|имя|prenume|prenumele',
  fatherName: 'patronymic|middle name|father name|по батькові|отчество|patronimic|prenumele tatalui',
  fullName:
    'full name|person|name|name of person|піб|п і б|прізвище імя по батькові|прізвище та імя|особа|фио|ф и о|фамилия имя отчество|nume complet|nume si prenume|nume prenume|persoana|traveller|traveler|passenger|passenger name|пасажир|пассажир|calator|pasager|holder|holder name|вкладчик|водій|driver|водитель|sofer|conducator',
  birthDate:
    'date of birth|birth date|birthdate|dob|born|дата народження|дата рождения|data nasterii|data de nastere',
  citizenship: 'citizenship|nationality|громадянство|гражданство|cetatenie|cetatenia|nationalitate',
  personalNumber:
    'personal number|personal code|tax number|tax id|national id|id number|рнокпп|іпн|ідентифікаційний номер|податковий номер|инн|личный номер|idnp|cnp|cod personal|cod numeric personal',
  document:
    'document|document number|passport|passport number|паспорт|номер паспорта|документ|номер документа|серія та номер документа|номер документу|act|nr act|numar act|document de identitate|pasaport|nr pasaport|numar document|numarul documentului',
  status:
    'status|role|person status|status of person|status in case|procedural status|статус|роль|статус особи|процесуальний статус|процесуальний стан|статус у справі|статус у провадженні|статус лица|процессуальный статус|статус в деле|роль в деле|роль у справі|statut|statutul|rol|rolul|calitate|calitatea|calitatea procesuala|calitate procesuala|statut procesual|statutul persoanei|statut in dosar|calitatea in dosar|категорія особи|категория лица|person category',
  documentCountry:
    'issuing country|country of issue|document country|passport country|issuing state|країна видачі|країна видачі документа|держава видачі|страна выдачи|страна выдачи документа|государство выдачи|tara emitenta|stat emitent|tara emiterii|tara documentului|tara eliberarii',
  mrz: 'mrz|machine readable zone|mrz lines|машинозчитувана зона|машиносчитываемая зона|машиночитаемая зона|zona mrz|zona citibila optic',
  alias: 'alias|nickname|also known as|aka|прізвисько|кличка|псевдонім|porecla',
  phone:
    'tel|tel no|phone no|mobile number|msisdn number|number|contact number|номер|numar|numarul|phone|phone number|telephone|mobile|телефон|номер телефону|номер телефона|мобільний|telefon|numar telefon|numar de telefon|nr telefon',
  email: 'email|e mail|mail|електронна пошта|пошта|эл почта|почта|posta electronica',
  address:
    'address|residence|home address|адреса|адреса проживання|місце проживання|адрес|место жительства|adresa|domiciliu|adresa de domiciliu',
  plate:
    'plate|plate number|registration|registration number|registration plate|vehicle plate|licence plate|license plate|reg no|номерний знак|державний номер|держ номер|держномер|д н з|днз|номер авто|номер тз|номерной знак|госномер|гос номер|регистрационный номер|реєстраційний номер|numar de inmatriculare|nr inmatriculare|numar inmatriculare|placa|nr auto|vehicul|vehicle|транспортний засіб|тз|n reg new|n reg',
  plateCountry:
    'plate country|country of registration|vehicle country|країна реєстрації|страна регистрации|tara inmatricularii|tara de inmatriculare|tara|country|країна|страна',
  vin: 'vin|vin code|chassis|chassis number|vin код|номер кузова|кузов|serie sasiu|serie caroserie|vin number',
  imo: 'imo|imo number|imo no|номер imo|номер імо|номер имо|numar imo|nr imo',
  mmsi: 'mmsi|mmsi number|номер mmsi|numar mmsi',
  container:
    'container|container number|container no|container id|контейнер|номер контейнера|numar container|nr container|numarul containerului',
  aircraft:
    'aircraft|aircraft registration|tail number|tail no|icao24|icao 24|літак|номер літака|бортовий номер|реєстраційний номер літака|самолет|номер самолета|бортовой номер|aeronava|numar aeronava|inmatriculare aeronava|inmatricularea aeronavei',
  serial:
    'serial number|serial no|weapon number|firearm number|firearm serial number|weapon serial number|серійний номер|номер зброї|серія та номер зброї|серийный номер|номер оружия|серия и номер оружия|numar de serie|numar serie|serie arma|seria armei|numarul armei|nr arma',
  calibre: 'calibre|caliber|калібр|калибр|calibru|calibrul',
  make: 'make|brand|manufacturer|марка|виробник|marca|марка авто|марка тз',
  model: 'model|модель|modelul|модель авто',
  colour: 'colour|color|колір|цвет|culoare|culoarea',
  year: 'year|year of manufacture|рік випуску|год выпуска|an fabricatie|anul fabricatiei|рік|make year',
  owner:
    'owner|registered owner|owner name|власник|власник тз|владелец|собственник|proprietar|proprietarul|detinator',
  ownerNumber:
    'owner number|owner id|owner personal number|рнокпп власника|іпн власника|код власника|инн владельца|idnp proprietar|cnp proprietar|idnp proprietarului',
  ownerDocument:
    'owner document|owner passport|document of owner|документ власника|паспорт власника|документ владельца|act proprietar|document proprietar|pasaport proprietar',
  crossingPoint:
    'crossing point|border crossing point|border point|bcp|checkpoint|crossing|пункт пропуску|пп|ппр|пункт пропуска|кпп|пункт перетину|punct de trecere|ptf|punctul de trecere|punct trecere|ptfs|punct de trecere a frontierei',
  travelDirection:
    'travel direction|entry exit|direction of travel|напрям руху|напрямок руху|напрям перетину|вїзд виїзд|в їзд виїзд|направление движения|въезд выезд|sens deplasare|intrare iesire|directia de deplasare|sens de deplasare',
  senderAccount:
    'sender account|from iban|source iban|source account|sender iban|debit account|from account|payer account|payer iban|iban sender|iban from|debtor iban|debtor account|account from|рахунок відправника|рахунок платника|iban відправника|iban платника|рахунок дебету|счет отправителя|счет плательщика|iban отправителя|iban плательщика|cont platitor|iban platitor|cont expeditor|iban expeditor|contul platitorului|cont debitor|iban ordonator|cont ordonator|rachunek nadawcy|numer rachunku nadawcy',
  recipientAccount:
    'recipient account|to iban|destination iban|destination account|recipient iban|credit account|to account|payee account|beneficiary account|beneficiary iban|iban recipient|iban to|creditor iban|creditor account|account to|рахунок отримувача|рахунок одержувача|iban отримувача|iban одержувача|рахунок кредиту|счет получателя|iban получателя|cont beneficiar|iban beneficiar|contul beneficiarului|cont creditor|cont destinatar|iban destinatar|rachunek odbiorcy|numer rachunku odbiorcy|payee account number',
  account:
    'account|iban|account number|рахунок|номер рахунку|счет|номер счета|cont|numar cont|nr cont|konyvelesi szamla|szamlaszam|szamla szam|rachunek|numer rachunku|account no|рахунок клієнта|счет клиента|contul',
  bic: 'bic|swift|bic code|swift code|bic swift|swift bic|код swift|код bic|cod swift|cod bic|codul swift',
  cardNumber:
    'card number|card no|payment card|bank card|номер картки|платіжна картка|картка|номер карты|платежная карта|банковская карта|numar card|nr card|numarul cardului|card bancar',
  wallet:
    'wallet|wallet address|crypto wallet|crypto address|bitcoin address|btc address|eth address|tron address|гаманець|адреса гаманця|криптогаманець|кошелек|адрес кошелька|криптокошелек|portofel|adresa portofelului|portofel crypto',
  ip: 'ip|ip address|ipv4|ipv6|client ip|source ip|login ip|ip адреса|ip адрес|адреса ip|adresa ip',
  domain: 'domain|domain name|hostname|host name|host|домен|доменне імя|доменное имя|domeniu|nume de domeniu',
  senderName:
    'sender|sender name|from name|payer|payer name|debtor|debtor name|відправник|платник|назва платника|отправитель|плательщик|platitor|nume platitor|expeditor|ordonator|nadawca|nazwa nadawcy|exporter|consignor|експортер|экспортер|вантажовідправник|грузоотправитель|exportator',
  recipientName:
    'recipient|recipient name|to name|payee|payee name|beneficiary|beneficiary name|creditor|creditor name|отримувач|одержувач|назва отримувача|получатель|beneficiar|nume beneficiar|destinatar|nume destinatar|odbiorca|nazwa odbiorcy|kedvezmenyezett|kedvezmenyezett neve|receiver|receiver name|importer|consignee|імпортер|импортер|вантажоодержувач|вантажоотримувач|грузополучатель|importator',
  amount:
    'amount|sum|value|transaction amount|сума|сума операції|сума платежу|сумма|сумма операции|suma|suma tranzactiei|valoare|valoarea|сума в валюті картки|сума у валюті картки|сума в валюті рахунку|сумма в валюте карты|сумма в валюте счета|suma in valuta contului|suma in valuta cardului|kwota|kwota operacji|kwota transakcji|kwota w walucie rachunku|osszeg|billing amount|net amount|token value|tokenvalue|amount minor|change|сума транзакції|сумма транзакции|сума коп|сумма коп|suma bani|kwota grosze|amount cents|amountcents|quantity|qty|gross',
  debit:
    'debit|debit amount|amount debit|withdrawal|withdrawals|paid out|money out|дебет|дт|сума дебет|сума за дебетом|дебет сума|оборот дебет|обороти дебет|списання|сума списання|видаток|видатки|витрати|расход|списание|сумма списания|сумма по дебету|дебет сумма|suma debit|debit suma|rulaj debit|debitare|debitat|plati|iesiri|value out|obciazenia|obciazenie|kwota obciazenia|wydatki|terheles|terhelt osszeg|розхід',
  credit:
    'credit|credit amount|amount credit|deposit|deposits|paid in|money in|кредит|кт|сума кредит|сума за кредитом|кредит сума|оборот кредит|обороти кредит|надходження|зарахування|сума зарахування|прихід|приход|поступление|поступления|зачисление|сумма зачисления|сумма по кредиту|кредит сумма|suma credit|credit suma|rulaj credit|creditare|creditat|incasari|intrari|value in|uznania|uznanie|kwota uznania|wplywy|jovairas|jovairt osszeg',
  debitOrCredit:
    'debit credit|credit debit|d c|dc|dr cr|credit debit indicator|дт кт|дебет кредит|ознака дебет кредит|д к|debit sau credit|debitor creditor|wn ma|strona|terheles vagy jovairas|t j|bejovo kimeno|тип руху|debet credit',
  balance:
    'balance|running balance|closing balance|залишок|вихідний залишок|сальдо|баланс|остаток|исходящий остаток|sold|sold final|soldul|saldo|saldo po operacji|saldo po transakcji|saldo koncowe|egyenleg|zaro egyenleg|залишок після операції|залишок на кінець періоду|остаток после операции|остаток на конец периода|sold contabil|sold dupa tranzactie|sold disponibil|account balance|balance after|available balance',
  counterparty:
    'counterparty|counterparty name|partner|partner name|other account holder|контрагент|назва контрагента|найменування контрагента|кореспондент|наименование контрагента|корреспондент|partener|nume partener|denumire partener|contrapartida|contraparte|nadawca odbiorca|odbiorca nadawca|kontrahent|nazwa kontrahenta|dane kontrahenta|partner neve|partner nev|partner elnevezese|countername|counter name|платник отримувач|отримувач платник|плательщик получатель|denumirea partenerului|numele partenerului',
  counterpartyAccount:
    'counterparty account|counterparty iban|partner account|partner iban|other account|рахунок контрагента|iban контрагента|рахунок кореспондента|iban кореспондента|счет контрагента|iban контрагента|счет корреспондента|cont partener|iban partener|contul partenerului|cont contraparte|iban contraparte|numer konta|numer konta kontrahenta|rachunek kontrahenta|numer rachunku kontrahenta|partner szamla|partner szamlaszama|partner szamlaszam|ellenoldali szamlaszam|counteriban|counter iban|counterparty account number',
  currency:
    'currency|ccy|валюта|код валюти|код валюты|moneda|valuta|валюта картки|валюта рахунку|валюта карты|валюта счета|valuta contului|waluta|waluta rachunku|deviza|devizanem|penznem|osszeg devizaneme|currency code|currencycode|coin|token|token symbol|tokensymbol|asset',
  purpose:
    'purpose|description|details|reference|purpose of payment|призначення платежу|призначення|опис|назначение платежа|назначение|описание|descriere|detalii|destinatia platii|scopul platii|explicatii|деталі операції|деталі платежу|опис операції|детали операции|детали платежа|описание операции|detalii tranzactie|descrierea tranzactiei|tytul|tytul operacji|opis operacji|opis transakcji|kozlemeny|transaction description|payment details|narrative|memo',
  companyNumber: 'company number|company code|edrpou|єдрпоу|код єдрпоу|едрпоу|idno|cui|cod fiscal|cod unic',
  lei: 'lei|lei code|legal entity identifier|код lei|cod lei',
  companyName:
    'company|company name|organisation|organization|firm|назва|компанія|підприємство|назва підприємства|компания|организация|предприятие|companie|denumire|denumirea|firma|societate',
  placeName:
    'place|place name|location|settlement|місце|назва місця|населений пункт|место|населенный пункт|loc|locul|localitate|localitatea|site|site name',
  accuracy: 'range|accuracy|accuracy m|radius|точність|радіус|точность|радиус|precizie|raza',
  note: 'note|notes|comment|remarks|примітка|примітки|коментар|примечание|комментарий|nota|observatii|mentiuni',
} as const;
