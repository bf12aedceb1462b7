/** Words that say nothing about what is looked for: in a question in plain words they outnumber those that do. */
const lists: Record<string, string> = {
  en: `a about after again all also am an and any anybody anyone anything are as ask at be because been before being best but by can cannot can’t could did do does doesn’t doing don’t
    for from get gets getting give go goes going good got had has have having he help her here him his how i i’m i’ve if in into is isn’t it it’s its just know let like long look looking
    make many may me might more most much must my need needs new no not now of off on one only or other our out over people please really right say says she should so some somebody someone
    something still story stories such take tell than that that’s the their them then there these they thing things think this those to too told up us use want was way we were what what’s when
    where which while who who’s whom why will with without would wrong yes yet you your`,
  nl: `aan al alle alleen als altijd andere ben bij daar dan dat de deze die dit doe doen doet door een en er gaan gaat gedaan geen goed graag haar had heb hebben heeft heel hem hen het hier hij
    hoe hulp hun iemand iets ik in is ja je jij jou jouw kan kom komen komt kun kunnen kunt laat maar mag me meer men met mij mijn moet moeten mogen na naar nee niet niets nieuw nodig nog nu of
    om omdat onder ons ook op over over’t te tegen toch toen tot u uit uw van vanaf veel verhaal verhalen voor vraag waar waarom wanneer want was wat we weet welk welke werd wie wij wil willen
    word worden wordt zal ze zelf zich zij zijn zo zoals zoek zonder zou’n zou denk vind volgens`,
  de: `aber alle allein als also am an auch auf aus bei beim bekomme bekommen bin bis bitte brauche da dann darf das dass dein dem den denke der des die dies diese dieser doch dort du durch ein
    eine einem einen einer eines er es etwas euch für geht gibt glaube gut habe haben hat hier hilfe ich ihm ihn ihnen ihr ihre im in ins ist ja jede jemand kann kein keine können machen mache
    macht man mehr mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sollte suche über um und uns unser unter vom
    von vor wann war warum was weil welche welcher wenn wer werde werden wie will wir wird wo wohin woher wurde zu zum zur geschichte geschichten`,
  uk: `а або але б без би бо був була були було в вам вас ваш ви від він вона вони воно все всі вже да де для до допоможіть є же з за зі знайти знає і із його її їм їх й коли краще кого кому котра
    куди ли мати мене мені ми мій мною може можна мого моя мої моє мою на над нам нас наш не немає ні ніж ну о об одна один ось от отримати під по потрібен потрібна потрібно при про робити роблю
    сам себе собі свій свою своє своя свої ж та так такий там те теж ти тільки то тобі той тут у хто хочу це цей ця цю цього цьому чи чим чому чого що щоб як яка який яке які якщо я історія історії
    думаю треба маю мусить слід`,
  ar: `في من على إلى الى عن مع هذا هذه ذلك تلك هو هي هم أنا انا أنت انت نحن ما ماذا متى أين اين كيف لماذا لما من هل كم أي اي لا لم لن ليس قد كان كانت يكون تكون كل بعض عند عندي عندما إذا اذا إن ان أن أنّ
    بعد قبل بين حتى ثم أو او و ف ب ك ل لي له لها لهم لنا لك أريد اريد أحتاج احتاج يجب يمكن يمكنني أفعل افعل نفعل علي عليّ شيء شخص هناك هنا كنت أظن اظن أعتقد اعتقد قصة قصص حول غير أيضا ايضا الذي التي الذين
    بي بها به فيها فيه منها منه جدا`,
};

const sets = new Map<string, ReadonlySet<string>>();
const setOf = (lang: string): ReadonlySet<string> => {
  const known = sets.get(lang) ?? new Set(lists[lang]?.split(/\s+/) ?? []);
  sets.set(lang, known);
  return known;
};

/** The words of a query that say what is looked for; all of them where none does, as in "how are you". */
export function contentWords(words: readonly string[], lang: string): string[] {
  const stop = setOf(lang);
  const content = words.filter((word) => !stop.has(word) && (word.length > 1 || /\p{N}/u.test(word)));
  return content.length > 0 ? content : [...words];
}
