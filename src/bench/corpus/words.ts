/** The languages of the corpus, in the order in which the tables of this folder write them. */
export const languages = ['en', 'nl', 'de'] as const;
export type Language = (typeof languages)[number];
/** One meaning in each language. */
export type Row = readonly [en: string, nl: string, de: string];

/** Reads a table: a row a line, its languages divided by bars; a cell alone is the same in all of them. */
export const table = (text: string): Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [en = '', nl = en, de = en] = line.split('|').map((cell) => cell.trim());
      return [en, nl, de];
    });

const each = (text: string): Row[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((word) => [word, word, word]);

/** Twenty thousand people: first names with surnames put together from two halves, so that the vocabulary grows with the corpus as that of real stories does. */
function namesOf(first: string, beginnings: string, endings: string): Row[] {
  const surnames = each(beginnings).flatMap(([beginning]) => each(endings).map(([ending]) => beginning + ending));
  return each(first).flatMap(([name]) =>
    surnames.map((surname): Row => {
      const whole = `${name} ${surname}`;
      return [whole, whole, whole];
    }),
  );
}

const streetBeginnings = [
  'Kade',
  'Molen',
  'Linden',
  'Haven',
  'Kerk',
  'Wilgen',
  'Noorder',
  'Touw',
  'Visser',
  'Brouwers',
  'Zuider',
  'Turf',
  'Dijk',
  'Boter',
  'Schans',
  'Hoef',
];
const streetEndings = ['straat', 'weg', 'gracht', 'plein', 'laan', 'steeg', 'kade', 'hof'];

/** What the sentences choose from. Every cell fits the place in the sentence that its language gives it: German things are in the accusative, helpers in the nominative. */
export const words = {
  month: table(`January|januari|Januar
February|februari|Februar
March|maart|März
April|april|April
May|mei|Mai
June|juni|Juni
July|juli|Juli
August|augustus|August
September|september|September
October|oktober|Oktober
November|november|November
December|december|Dezember`),
  weekday: table(`Monday|maandag|Montag
Tuesday|dinsdag|Dienstag
Wednesday|woensdag|Mittwoch
Thursday|donderdag|Donnerstag
Friday|vrijdag|Freitag
Saturday|zaterdag|Samstag
Sunday|zondag|Sonntag`),
  helper: table(`the neighbour from number nine|de buurvrouw van nummer negen|die Nachbarin von Nummer neun
a retired teacher|een gepensioneerde lerares|eine pensionierte Lehrerin
the caretaker of the hostel|de beheerder van het hostel|der Hausmeister des Wohnheims
a colleague from the night shift|een collega van de nachtdienst|ein Kollege aus der Nachtschicht
the woman at the language table|de vrouw van de taaltafel|die Frau am Sprachtisch
my landlord’s daughter|de dochter van mijn huisbaas|die Tochter meines Vermieters
the volunteer at the bicycle workshop|de vrijwilliger van de fietswerkplaats|der Freiwillige in der Fahrradwerkstatt
a cousin in Antwerp|een neef in Antwerpen|ein Cousin in Antwerpen
the baker on the corner|de bakker op de hoek|der Bäcker an der Ecke
my first doctor here|mijn eerste huisarts hier|meine erste Ärztin hier
the captain of the rowing club|de voorzitter van de roeivereniging|der Vorsitzende des Rudervereins
a student from the floor below|een student van een verdieping lager|ein Student aus dem Stock darunter
the conductor of the choir|de dirigent van het koor|die Leiterin des Chores
the mother of my son’s friend|de moeder van het vriendje van mijn zoon|die Mutter des Freundes meines Sohnes
an engineer from the harbour|een ingenieur uit de haven|eine Ingenieurin aus dem Hafen
the man with the two dogs|de man met de twee honden|der Mann mit den zwei Hunden
a lawyer who asked no money|een advocaat die geen geld vroeg|ein Anwalt, der kein Geld wollte
the librarian|de bibliothecaris|der Bibliothekar
my supervisor|mijn begeleider|meine Betreuerin
the driver of bus eleven|de chauffeur van bus elf|der Fahrer der Buslinie elf`),
  place: table(`at the library|in de bibliotheek|in der Bibliothek
in the waiting room|in de wachtkamer|im Wartezimmer
on the quay|op de kade|am Kai
at the market|op de markt|auf dem Markt
behind the station|achter het station|hinter dem Bahnhof
in the laundry of the hostel|in het washok van het hostel|in der Waschküche des Wohnheims
at the rowing club|bij de roeivereniging|im Ruderverein
in the canteen|in de kantine|in der Kantine
on the ferry|op de pont|auf der Fähre
in the community centre|in het buurthuis|im Nachbarschaftszentrum
at the allotments|op de volkstuinen|in den Schrebergärten
under the railway bridge|onder de spoorbrug|unter der Eisenbahnbrücke
in the lecture hall|in de collegezaal|im Hörsaal
at the tram stop|bij de tramhalte|an der Straßenbahnhaltestelle
in the kitchen of the church|in de keuken van de kerk|in der Küche der Kirche
at the swimming pool|in het zwembad|im Schwimmbad
in the second-hand shop|in de kringloopwinkel|im Gebrauchtwarenladen
at the school gate|bij het schoolhek|am Schultor
in the repair café|in het repaircafé|im Reparaturcafé
on the roof of the car park|op het dak van de parkeergarage|auf dem Dach des Parkhauses`),
  thing: table(`a kettle|een waterkoker|einen Wasserkocher
a bicycle without brakes|een fiets zonder remmen|ein Fahrrad ohne Bremsen
two winter coats|twee winterjassen|zwei Wintermäntel
a dictionary with notes in the margin|een woordenboek met aantekeningen in de kantlijn|ein Wörterbuch mit Notizen am Rand
a folding table|een klaptafel|einen Klapptisch
a sewing machine|een naaimachine|eine Nähmaschine
a box of plates|een doos borden|eine Kiste mit Tellern
a violin|een viool|eine Geige
a pot of basil|een pot basilicum|einen Topf Basilikum
an old telephone|een oude telefoon|ein altes Telefon
a map of the polders|een kaart van de polders|eine Karte der Polder
a suitcase with one wheel|een koffer met één wiel|einen Koffer mit einem Rad
a mattress|een matras|eine Matratze
a chess set|een schaakspel|ein Schachspiel
a lamp without a shade|een lamp zonder kap|eine Lampe ohne Schirm
a stack of forms|een stapel formulieren|einen Stapel Formulare
a thermos of tea|een thermosfles thee|eine Thermoskanne Tee
a pair of skates|een paar schaatsen|ein Paar Schlittschuhe
a borrowed ladder|een geleende ladder|eine geliehene Leiter
a recipe for soup|een recept voor soep|ein Rezept für Suppe`),
  paper: table(`the lease|het huurcontract|den Mietvertrag
the birth certificate|de geboorteakte|die Geburtsurkunde
the residence permit|de verblijfsvergunning|die Aufenthaltserlaubnis
the diploma|het diploma|das Diplom
the health insurance policy|de zorgpolis|die Versicherungspolice
the proof of enrolment|het bewijs van inschrijving|die Immatrikulationsbescheinigung
the employment contract|het arbeidscontract|den Arbeitsvertrag
the translated marriage certificate|de vertaalde huwelijksakte|die übersetzte Heiratsurkunde
the letter from the tax office|de brief van de Belastingdienst|den Brief vom Finanzamt
the vaccination record|het vaccinatieboekje|den Impfpass
the driving licence|het rijbewijs|den Führerschein
the bank statement|het bankafschrift|den Kontoauszug`),
  office: table(`the municipality|de gemeente|die Gemeinde
the immigration service|de immigratiedienst|die Einwanderungsbehörde
the housing association|de woningcorporatie|die Wohnungsgenossenschaft
the international office|het international office|das International Office
the health insurer|de zorgverzekeraar|die Krankenkasse
the bank|de bank|die Bank
the tax office|de Belastingdienst|das Finanzamt
the employment agency|het uitzendbureau|die Arbeitsvermittlung
the school|de school|die Schule
the diploma office|het diplomabureau|die Anerkennungsstelle
the energy company|het energiebedrijf|das Energieunternehmen
the hospital|het ziekenhuis|das Krankenhaus`),
  span: table(`eleven weeks|elf weken|elf Wochen
nineteen months|negentien maanden|neunzehn Monate
three winters|drie winters|drei Winter
forty days|veertig dagen|vierzig Tage
half a year|een half jaar|ein halbes Jahr
one long summer|één lange zomer|einen langen Sommer
two semesters|twee semesters|zwei Semester
seven weekends|zeven weekeinden|sieben Wochenenden
almost four years|bijna vier jaar|fast vier Jahre
ten evenings|tien avonden|zehn Abende
a whole season|een heel seizoen|eine ganze Saison
five appointments|vijf afspraken|fünf Termine`),
  job: table(`a nurse|verpleegkundige|Krankenpflegerin
an electrician|elektricien|Elektriker
a dishwasher|afwasser|Tellerwäscher
a data analyst|data-analist|Datenanalystin
a violin teacher|vioolleraar|Geigenlehrer
a welder|lasser|Schweißerin
a translator|vertaler|Übersetzer
a baker|bakker|Bäckerin
a hydrologist|hydroloog|Hydrologin
a bus driver|buschauffeur|Busfahrer
a tailor|kleermaker|Schneiderin
a gardener|hovenier|Gärtner
a physicist|natuurkundige|Physikerin
a carpenter|timmerman|Tischler
a pharmacist’s assistant|apothekersassistent|Apothekenhelferin
a cook|kok|Köchin`),
  food: table(`lentil soup|linzensoep|Linsensuppe
flatbread|platbrood|Fladenbrot
herring|haring|Hering
pea soup|erwtensoep|Erbsensuppe
jollof rice|jollofrijst|Jollofreis
dumplings|deegkussentjes|Teigtaschen
apple cake|appeltaart|Apfelkuchen
pickled beetroot|ingelegde bieten|eingelegte Rote Bete
noodles|noedels|Nudeln
red cabbage|rodekool|Rotkohl
baklava|baklava|Baklava
mashed potatoes|stamppot|Kartoffelbrei`),
  feeling: table(`tired|moe|müde
relieved|opgelucht|erleichtert
ashamed|beschaamd|beschämt
proud|trots|stolz
homesick for the hills|ziek van heimwee naar de heuvels|krank vor Heimweh nach den Hügeln
angry|boos|wütend
calm|rustig|ruhig
lonely|eenzaam|einsam
curious|nieuwsgierig|neugierig
stubborn|koppig|hartnäckig
quiet|stil|still
lighter|lichter|leichter`),
  weather: table(`the rain came sideways|de regen kwam van opzij|der Regen kam von der Seite
the canals were frozen|de grachten waren bevroren|die Grachten waren zugefroren
the wind took the umbrellas|de wind nam de paraplu’s mee|der Wind nahm die Regenschirme mit
it was light until eleven|het bleef tot elf uur licht|es blieb bis elf Uhr hell
fog lay over the fields|er lag mist over de velden|Nebel lag über den Feldern
the lindens were in bloom|de linden stonden in bloei|die Linden blühten
it was dark at four|het was om vier uur donker|es war um vier Uhr dunkel
the market smelled of fish|de markt rook naar vis|der Markt roch nach Fisch
the gulls woke everybody|de meeuwen maakten iedereen wakker|die Möwen weckten alle
the first snow melted on the bridge|de eerste sneeuw smolt op de brug|der erste Schnee schmolz auf der Brücke`),
  city: each(
    'Kharkiv, Aleppo, Lagos, Recife, Pune, Medellín, Łódź, Tbilisi, Izmir, Accra, Hanoi, Quito, Porto, Tartu, Asmara, Shiraz, Cebu, Kumasi, Lviv, Homs, Chengdu, Oaxaca, Košice, Plovdiv, Nablus, Yerevan, Lucknow, Kazan, Rosario, Bari, Gdynia, Sfax',
  ),
  name: namesOf(
    'Amina, Bilal, Chidi, Danuta, Elif, Farid, Giulia, Hamid, Ines, Jarek, Katya, Leila, Mateus, Nadia, Olena, Paolo, Qiang, Rosa, Samir, Tamar, Umut, Vera, Wiktor, Ximena, Yusuf, Zsofia, Anouk, Bram, Femke, Jelle, Lieke, Maarten, Sanne, Teun, Willemijn, Joris, Adaeze, Dawit, Mariam, Nikolai, Priya, Ravi, Soledad, Tesfay, Duc, Hao, Ingrid, Kofi',
    'Ver, Van, Bo, Kal, Mir, Os, Tar, Lin, Sza, Hoog, Da, Pe, Ro, Ker, Wil, Na, Ju, Stan, Al, Ek',
    'hoeven, meyer, dal, kova, berg, ović, nandez, stra, ski, iwa, mans, oğlu, rath, ters, nen, ema',
  ),
  street: streetBeginnings.flatMap((beginning) => streetEndings.map((ending): Row => [beginning + ending, beginning + ending, beginning + ending])),
} as const satisfies Record<string, readonly Row[]>;
export type Slot = keyof typeof words;
