/** Kinds of companies that the countries of the region have under their own names. */
export type LegalForm =
  | 'limited'
  | 'joint-stock'
  | 'sole-trader'
  | 'private-enterprise'
  | 'state-enterprise'
  | 'partnership'
  | 'cooperative'
  | 'foundation'
  | 'association'
  | 'branch';

/**
 * Short and full forms of the ten countries and their neighbours, in the languages they are written in; blanks and dots do
 * not count. One line is one kind: ТОВ, ООО, SRL, OÜ, SIA, UAB, Sp. z o.o., Kft., s.r.o. and შპს are equivalent.
 */
const FORMS: Readonly<Record<LegalForm, string>> = {
  limited: `тов|тзов|товариство з обмеженою відповідальністю|ооо|общество с ограниченной ответственностью|тдв|одо|тоо|
    таа|таварыства з абмежаванай адказнасцю|оод|еоод|дружество с ограничена отговорност|tov|tzov|ooo|ood|eood|
    srl|societate cu răspundere limitată|societatea cu răspundere limitată|societate cu raspundere limitata|срл|
    oü|oue|osaühing|sia|sabiedrība ar ierobežotu atbildību|сиа|сіа|uab|uždaroji akcinė bendrovė|уаб|mb|mažoji bendrija|
    sp z oo|spółka z ograniczoną odpowiedzialnością|сп з оо|kft|korlátolt felelősségű társaság|кфт|
    sro|spol s ro|spoločnosť s ručením obmedzeným|společnost s ručením omezeným|ср о|
    შპს|შეზღუდული პასუხისმგებლობის საზოგადოება|shps|llc|ltd|limited|limited liability company|лтд|ллс|co ltd|
    gmbh|gesellschaft mit beschränkter haftung|sarl|bv|doo|дoo|srls|lda`,
  'joint-stock': `ат|пат|прат|ват|зат|акціонерне товариство|публічне акціонерне товариство|приватне акціонерне товариство|
    відкрите акціонерне товариство|закрите акціонерне товариство|ао|оао|зао|пао|нао|акционерное общество|
    закрытое акционерное общество|открытое акционерное общество|публичное акционерное общество|
    аат|адкрытае акцыянернае таварыства|ад|еад|акционерно дружество|pat|prat|zat|vat|oao|zao|pao|
    sa|societate pe acțiuni|societatea pe acțiuni|societate pe actiuni|as|aktsiaselts|akciju sabiedrība|
    ab|akcinė bendrovė|spółka akcyjna|zrt|nyrt|rt|zártkörűen működő részvénytársaság|
    nyilvánosan működő részvénytársaság|akciová spoločnosť|akciová společnost|სს|სააქციო საზოგადოება|
    jsc|ojsc|cjsc|pjsc|joint stock company|plc|inc|corp|corporation|incorporated|ag|aktiengesellschaft|spa|nv|ltd plc`,
  'sole-trader': `фоп|фізична особа підприємець|фізична особа-підприємець|спд|фоп спд|ип|індивідуальний підприємець|
    индивидуальный предприниматель|ип кфх|ет|едноличен търговец|іп|fop|ip|îi|ii|întreprindere individuală|
    intreprindere individuala|întreprinderea individuală|pfa|persoană fizică autorizată|fie|füüsilisest isikust ettevõtja|
    ik|individuālais komersants|individuali įmonė|ev|egyéni vállalkozó|živnostník|szčo|jdg|osvč|
    ინდმეწარმე|ინდივიდუალური მეწარმე|sole proprietor|individual entrepreneur`,
  'private-enterprise': `пп|приватне підприємство|чп|частное предприятие|чуп|частное унитарное предприятие|
    прыватнае прадпрыемства|pp|private enterprise|фг|фермерське господарство|мпп|мп|gț|gospodărie țărănească|
    кфх|крестьянское фермерское хозяйство`,
  'state-enterprise': `дп|державне підприємство|гп|государственное предприятие|гуп|муп|кп|комунальне підприємство|
    коммунальное предприятие|îs|is|întreprindere de stat|întreprinderea de stat|îm|întreprindere municipală|
    vį|valstybės įmonė|vas|valsts akciju sabiedrība|sp państwowe|рup|руп|state enterprise|фгуп|dp`,
  partnership: `кт|командитне товариство|пт|повне товариство|snc|scs|sp j|spółka jawna|sp k|spółka komandytowa|
    spółka komandytowo akcyjna|bt|betéti társaság|kkt|vos|ks|ks as|tüh|täisühing|uü|usaldusühing|ps|pilnsabiedrība|
    ks komandītsabiedrība|tūb|kūb|llp|lp|limited liability partnership|kg|gmbh co kg|ohg|სპს|კს|sc|spółka cywilna`,
  cooperative: `кооператив|виробничий кооператив|сільськогосподарський кооператив|coop|cooperativa|cooperativă|тü|tulundusühistu|
    kooperatīvs|kooperatyvas|spółdzielnia|szövetkezet|družstvo|კოოპერატივი|сфг`,
  foundation: `бф|благодійний фонд|благотворительный фонд|фонд|fundacja|fundația|fundatia|alapítvány|sihtasutus|nodibinājums|
    nadácia|nadační fond|ფონდი|foundation|všį|viešoji įstaiga`,
  association: `го|громадська організація|общественная организация|ао обществ|ong|asociația|asociatia|ngo|mtü|mittetulundusühing|
    biedrība|asociacija|stowarzyszenie|egyesület|občianske združenie|spolek|ააიპ|association|спілка|осбб|осмд`,
  branch: `філія|филиал|filiala|filială|filialas|filiāle|fióktelep|oddział|representative office|представництво|
    представительство|reprezentanță|branch`,
};

/** Whether letters and their order are the same, whatever stands between them. */
export const formKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

const FORM_OF = new Map<string, LegalForm>();
for (const [form, texts] of Object.entries(FORMS)) {
  for (const text of texts.split('|')) FORM_OF.set(formKey(text), form as LegalForm);
}

export const legalFormOf = (key: string): LegalForm | undefined => FORM_OF.get(key);
