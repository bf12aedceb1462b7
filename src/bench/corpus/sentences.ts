import { table } from './words.ts';

/** How residents tell it. `{month}` and the like are chosen from `words.ts`, `{n}` is a number; the same choice in every language, so a translation says what its original says. */
export const told = table(`
In {month} I stood {place} with {thing} and knew nobody in the whole city.|In {month} stond ik {place} met {thing} en kende ik niemand in de hele stad.|Im {month} stand ich {place}, hatte {thing} dabei und kannte niemanden in der ganzen Stadt.
Back in {city} I had worked as {job}, and I was good at it.|In {city} had ik gewerkt als {job}, en ik was er goed in.|In {city} hatte ich als {job} gearbeitet, und ich war gut darin.
{helper} brought me {thing} and refused to take it back.|{helper} bracht me {thing} en wilde het niet terug.|{helper} brachte mir {thing} und wollte es nicht zurück.
I waited {span} for an answer from which everything else depended.|Ik wachtte {span} op een antwoord waar al het andere van afhing.|Ich wartete {span} auf eine Antwort, von der alles andere abhing.
That year {weather}, and I learned to look at the sky before leaving the house.|Dat jaar was het zo: {weather}, en ik leerde naar de lucht te kijken voor ik de deur uitging.|In jenem Jahr war es so: {weather}, und ich lernte, vor dem Weggehen in den Himmel zu sehen.
The room in the {street} was so narrow that I could touch both walls while lying down.|De kamer in de {street} was zo smal dat ik liggend beide muren kon aanraken.|Das Zimmer in der {street} war so schmal, dass ich im Liegen beide Wände berühren konnte.
On {weekday} we ate {food}, because that was what {name} could cook for {n} people.|Op {weekday} aten we {food}, want dat kon {name} koken voor {n} mensen.|Am {weekday} aßen wir {food}, denn das konnte {name} für {n} Leute kochen.
I looked at {n} rooms, and each time somebody else had already signed.|Ik bekeek {n} kamers, en telkens had iemand anders al getekend.|Ich sah mir {n} Zimmer an, und jedes Mal hatte schon jemand anders unterschrieben.
Nobody had told me that one needs {paper} before one can ask for anything else.|Niemand had me verteld dat je {paper} nodig hebt voordat je om iets anders kunt vragen.|Niemand hatte mir gesagt, dass man {paper} braucht, bevor man um irgendetwas anderes bitten kann.
{office} wrote that a page was missing; it was the page that they had kept themselves.|{office} schreef dat er een bladzijde ontbrak; het was de bladzijde die ze zelf hadden gehouden.|{office} schrieb, eine Seite fehle; es war die Seite, die man dort selbst behalten hatte.
After that I felt {feeling}, and I told nobody for a while.|Daarna voelde ik me {feeling}, en een tijdlang vertelde ik het niemand.|Danach fühlte ich mich {feeling}, und eine Weile erzählte ich es niemandem.
{name} said that I should come along {place}, and I went because I had no better plan.|{name} zei dat ik mee moest komen, en ik ging omdat ik geen beter plan had; we zaten {place}.|{name} sagte, ich solle mitkommen, und ich ging, weil ich keinen besseren Plan hatte; wir saßen {place}.
My first Dutch sentence was about {food}, and the woman behind the counter answered in English.|Mijn eerste Nederlandse zin ging over {food}, en de vrouw achter de toonbank antwoordde in het Engels.|Mein erster niederländischer Satz handelte von {food}, und die Frau hinter der Theke antwortete auf Englisch.
I worked as {job} for {span}, mostly at night, and slept while the others studied.|Ik werkte {span} als {job}, meestal ’s nachts, en sliep terwijl de anderen studeerden.|Ich arbeitete {span} als {job}, meistens nachts, und schlief, während die anderen studierten.
On the phone I told my mother that the house had a garden; it had a tree.|Aan de telefoon vertelde ik mijn moeder dat het huis een tuin had; het had een boom.|Am Telefon erzählte ich meiner Mutter, das Haus habe einen Garten; es hatte einen Baum.
Then {helper} asked what I missed most, and nobody had asked me that before.|Toen vroeg {helper} wat ik het meest miste, en dat had niemand me eerder gevraagd.|Dann fragte {helper}, was ich am meisten vermisse, und das hatte mich noch niemand gefragt.
We carried {thing} from the {street} across two bridges, and it took the whole afternoon.|We droegen {thing} van de {street} over twee bruggen, en het kostte de hele middag.|Wir trugen {thing} von der {street} über zwei Brücken, und es dauerte den ganzen Nachmittag.
In {city} people come by without ringing; here I learned to write down a time.|In {city} komen mensen langs zonder te bellen; hier leerde ik een tijd op te schrijven.|In {city} kommen die Leute vorbei, ohne anzurufen; hier lernte ich, eine Uhrzeit aufzuschreiben.
The course began in {month} with {n} people, and at the end we were nine.|De cursus begon in {month} met {n} mensen, en aan het eind waren we met negen.|Der Kurs begann im {month} mit {n} Leuten, und am Ende waren wir neun.
I kept {paper} in a plastic sleeve under the mattress, as if somebody could take it away.|Ik bewaarde {paper} in een plastic hoes onder de matras, alsof iemand het weg kon halen.|Ich bewahrte {paper} in einer Plastikhülle unter der Matratze auf, als könnte jemand es mir wegnehmen.
{name} from {city} had been here for years and knew which door of {office} opens first; I wrote it down.|{name} uit {city} was hier al jaren en wist welke deur het eerst opengaat; ik schreef het op, ook voor {office}.|{name} aus {city} war schon seit Jahren hier und wusste, welche Tür zuerst aufgeht; ich schrieb es auf, denn {office} war groß.
It was {weekday}, {weather}, and I laughed for the first time in weeks.|Het was {weekday}, {weather}, en ik lachte voor het eerst in weken.|Es war {weekday}, {weather}, und ich lachte zum ersten Mal seit Wochen.
I had {n} euros left and bought {food} for two, since a guest is a guest.|Ik had nog {n} euro en kocht {food} voor twee, want een gast is een gast.|Ich hatte noch {n} Euro und kaufte {food} für zwei, denn ein Gast ist ein Gast.
What I did not understand was the silence in the train; nobody was {feeling}, they were only reading.|Wat ik niet begreep was de stilte in de trein; niemand was {feeling}, ze lazen alleen.|Was ich nicht verstand, war die Stille im Zug; niemand war {feeling}, sie lasen nur.
{helper} went with me to the appointment and said only three words there, and they were enough.|{helper} ging mee naar de afspraak en zei daar maar drie woorden, en dat was genoeg.|{helper} ging mit zum Termin und sagte dort nur drei Worte, und die genügten.
My diploma from {city} counted for nothing until someone compared it page by page.|Mijn diploma uit {city} telde voor niets tot iemand het bladzijde voor bladzijde vergeleek.|Mein Diplom aus {city} zählte nichts, bis jemand es Seite für Seite verglich.
We sang {place} every {weekday}, and I knew the songs before I knew the words.|We zongen elke {weekday} {place}, en ik kende de liedjes voor ik de woorden kende.|Wir sangen jeden {weekday} {place}, und ich kannte die Lieder, bevor ich die Wörter kannte.
The children learned the language in {span}; I am still behind them and they correct me.|De kinderen leerden de taal in {span}; ik loop nog achter en ze verbeteren me.|Die Kinder brauchten für die Sprache {span}; ich bin noch hinter ihnen, und sie verbessern mich.
In the {street} there is a bench where {name} and I shared our lunch until the work was done.|In de {street} staat een bank waar {name} en ik onze lunch deelden tot het werk klaar was.|In der {street} steht eine Bank, auf der {name} und ich unser Mittagessen teilten, bis die Arbeit getan war.
I sold {thing} to pay for the translation, and I regret it until today.|Ik verkocht {thing} om de vertaling te betalen, en daar heb ik tot vandaag spijt van.|Ich verkaufte {thing}, um die Übersetzung zu bezahlen, und das bereue ich bis heute.
Somebody had written the opening hours of {office} on a piece of cardboard, and they were wrong.|Iemand had de openingstijden op een stuk karton geschreven, en ze klopten niet; {office} was dicht.|Jemand hatte die Öffnungszeiten auf ein Stück Pappe geschrieben, und sie stimmten nicht; {office} war geschlossen.
When the letter came I read it {n} times, with the dictionary and then without.|Toen de brief kwam las ik hem {n} keer, met het woordenboek en toen zonder.|Als der Brief kam, las ich ihn {n} Mal, mit dem Wörterbuch und dann ohne.
{name} taught me to cycle in the car park behind the {street}, at an age at which one no longer likes to fall.|{name} leerde me fietsen op de parkeerplaats achter de {street}, op een leeftijd waarop je niet graag meer valt.|{name} brachte mir auf dem Parkplatz hinter der {street} das Radfahren bei, in einem Alter, in dem man nicht mehr gern fällt.
Since {month} I have a key of my own, and I still check my pocket for it.|Sinds {month} heb ik een eigen sleutel, en ik voel nog steeds in mijn zak of hij er is.|Seit {month} habe ich einen eigenen Schlüssel, und ich fühle noch immer in der Tasche danach.
People here say what they think, which hurt me first and now saves me a lot of time.|Mensen zeggen hier wat ze denken, wat me eerst pijn deed en nu veel tijd bespaart.|Die Leute hier sagen, was sie denken, was mich zuerst verletzte und mir jetzt viel Zeit spart.
The first winter I counted the days, the second one I counted the birthdays of friends.|De eerste winter telde ik de dagen, de tweede telde ik de verjaardagen van vrienden.|Im ersten Winter zählte ich die Tage, im zweiten die Geburtstage der Freunde.
{helper} still sends me a card every {month}, although I live around the corner.|{helper} stuurt me nog elke {month} een kaart, hoewel ik om de hoek woon.|{helper} schickt mir noch jeden {month} eine Karte, obwohl ich um die Ecke wohne.
If I could do it again I would ask for {paper} on the first day and not in the third month.|Als ik het over kon doen, zou ik op de eerste dag naar {paper} vragen en niet in de derde maand.|Wenn ich es noch einmal machen könnte, würde ich am ersten Tag um {paper} bitten und nicht im dritten Monat.
I now work as {job} in the {street}, with {n} colleagues and one good window.|Ik werk nu als {job} in de {street}, met {n} collega’s en één goed raam.|Ich arbeite jetzt als {job} in der {street}, mit {n} Kolleginnen und Kollegen und einem guten Fenster.
Last {month} a young man from {city} asked me the way, and I could tell him.|Vorige {month} vroeg een jonge man uit {city} me de weg, en ik kon hem die wijzen.|Im letzten {month} fragte mich ein junger Mann aus {city} nach dem Weg, und ich konnte ihn nennen.
`);

/** How guides say it. */
export const guided = table(`
Make the appointment on a {weekday}: {office} opens new times in the morning.|Maak de afspraak op een {weekday}: {office} zet ’s ochtends nieuwe tijden open.|Machen Sie den Termin an einem {weekday}: {office} gibt morgens neue Zeiten frei.
Bring {paper} and a copy of it; the original stays with you.|Neem {paper} mee en een kopie ervan; het origineel houdt u zelf.|Bringen Sie {paper} mit und eine Kopie davon; das Original bleibt bei Ihnen.
It takes about {n} minutes if everything is there, and a second visit if it is not.|Het duurt ongeveer {n} minuten als alles er is, en een tweede bezoek als dat niet zo is.|Es dauert etwa {n} Minuten, wenn alles da ist, und einen zweiten Besuch, wenn nicht.
If you live in a hostel, ask the caretaker for a letter that says so; {office} accepts it.|Woont u in een hostel, vraag de beheerder dan om een brief waarin dat staat; {office} neemt die aan.|Wenn Sie in einem Wohnheim leben, bitten Sie um einen Brief, in dem das steht; {office} nimmt ihn an.
Nobody may ask you for money for this, neither in the {street} nor at your door.|Niemand mag u hiervoor geld vragen, niet in de {street} en niet aan uw deur.|Niemand darf dafür Geld von Ihnen verlangen, weder in der {street} noch an Ihrer Tür.
The letter comes within {n} days; if it does not, call and give the number of your appointment.|De brief komt binnen {n} dagen; komt hij niet, bel dan en noem het nummer van uw afspraak.|Der Brief kommt innerhalb von {n} Tagen; wenn nicht, rufen Sie an und nennen die Nummer Ihres Termins.
You can take somebody along who speaks for you, a friend as well as an interpreter.|U mag iemand meenemen die voor u spreekt, een vriend of een tolk.|Sie dürfen jemanden mitbringen, der für Sie spricht, eine Freundin ebenso wie einen Dolmetscher.
On {weekday} volunteers sit {place} and read letters with you, in four languages.|Op {weekday} zitten er vrijwilligers {place} die brieven met u lezen, in vier talen.|Am {weekday} sitzen Freiwillige {place} und lesen Briefe mit Ihnen, in vier Sprachen.
Keep {paper} for at least {n} months: you will be asked for it again.|Bewaar {paper} minstens {n} maanden: er wordt weer naar gevraagd.|Bewahren Sie {paper} mindestens {n} Monate auf: man wird Sie wieder danach fragen.
If you are refused, ask for the decision in writing, with the date and a name.|Wordt u geweigerd, vraag dan om de beslissing op papier, met datum en naam.|Wenn Sie abgelehnt werden, verlangen Sie die Entscheidung schriftlich, mit Datum und Namen.
Many people wait {span} because one form was not signed; look at the last page twice.|Veel mensen wachten {span} omdat één formulier niet getekend was; kijk twee keer naar de laatste bladzijde.|Viele warten {span}, weil ein Formular nicht unterschrieben war; sehen Sie zweimal auf die letzte Seite.
The office in the {street} has a lift and a counter at which one can sit.|Het kantoor in de {street} heeft een lift en een balie waaraan u kunt zitten.|Das Büro in der {street} hat einen Aufzug und einen Schalter, an dem man sitzen kann.
Write down what was said, by whom and when, while you are still outside the door.|Schrijf op wat er gezegd is, door wie en wanneer, terwijl u nog voor de deur staat.|Schreiben Sie auf, was gesagt wurde, von wem und wann, solange Sie noch vor der Tür stehen.
In {month} it is busiest, since the new students arrive then; plan {n} days more.|In {month} is het het drukst, omdat dan de nieuwe studenten komen; reken op {n} dagen meer.|Im {month} ist am meisten los, weil dann die neuen Studierenden kommen; planen Sie {n} Tage mehr ein.
{name}, who did it last year, says: go early and take something to read.|{name} deed het vorig jaar en zegt: ga vroeg en neem iets te lezen mee.|{name} hat es letztes Jahr gemacht und sagt: Gehen Sie früh hin und nehmen Sie etwas zu lesen mit.
You do not need {paper} for this, even if an older website says so.|U hebt hier {paper} niet voor nodig, ook al zegt een oudere website van wel.|Dafür brauchen Sie {paper} nicht, auch wenn eine ältere Website es behauptet.
The form exists in Dutch only; a translation to read beside it lies {place}.|Het formulier is er alleen in het Nederlands; een vertaling om ernaast te leggen ligt {place}.|Das Formular gibt es nur auf Niederländisch; eine Übersetzung zum Danebenlegen liegt {place}.
When you move, tell {office} within five days; the others hear it from there.|Verhuist u, meld dat dan binnen vijf dagen; de anderen horen het vanzelf, ook {office}.|Wenn Sie umziehen, melden Sie es innerhalb von fünf Tagen; die anderen erfahren es von dort, auch {office}.
Pay by card or by bank transfer; cash is not taken anywhere in the {street}.|Betaal met een pas of per overschrijving; contant geld wordt in de {street} nergens aangenomen.|Zahlen Sie mit Karte oder per Überweisung; Bargeld wird in der {street} nirgends genommen.
Children count too: each needs a registration of their own and {paper}.|Kinderen tellen ook mee: elk heeft een eigen inschrijving nodig en {paper}.|Auch Kinder zählen: Jedes braucht eine eigene Anmeldung und {paper}.
If the screen shows an error, try again after {n} minutes before you start anew.|Toont het scherm een fout, probeer het dan na {n} minuten opnieuw voordat u van voren af aan begint.|Wenn der Bildschirm einen Fehler zeigt, versuchen Sie es nach {n} Minuten noch einmal, bevor Sie neu anfangen.
Students get a reduction, but only those who ask for it before the end of {month}.|Studenten krijgen korting, maar alleen wie er voor het eind van {month} om vraagt.|Studierende bekommen eine Ermäßigung, aber nur, wer vor Ende {month} danach fragt.
`);

/** How the library of practices says it. */
export const reported = table(`
The idea came from {helper}, who had seen the same question asked every {weekday}.|Het idee kwam zo: {helper} had elke {weekday} dezelfde vraag gehoord.|Die Idee kam so: {helper} hatte jeden {weekday} dieselbe Frage gehört.
In the first year {n} volunteers took part, most of whom had come from abroad themselves.|In het eerste jaar deden {n} vrijwilligers mee, van wie de meesten zelf uit het buitenland kwamen.|Im ersten Jahr machten {n} Freiwillige mit, die meisten von ihnen selbst aus dem Ausland.
{office} paid for the room and for nothing else, which turned out to be an advantage.|{office} betaalde de ruimte en verder niets, wat een voordeel bleek.|{office} zahlte den Raum und sonst nichts, was sich als Vorteil erwies.
They met {place}, because everybody passes there anyway.|Ze kwamen {place} bij elkaar, omdat iedereen daar toch langskomt.|Man traf sich {place}, weil dort ohnehin alle vorbeikommen.
After {span} the city counted who came, and changed the hours.|De stad telde {span} wie er kwam, en veranderde de tijden.|Die Stadt zählte {span}, wer kam, und änderte die Zeiten.
What did not work was the brochure: {n} thousand copies, of which most are still in the cellar.|Wat niet werkte was de brochure: {n} duizend exemplaren, waarvan de meeste nog in de kelder liggen.|Was nicht funktionierte, war die Broschüre: {n} tausend Exemplare, von denen die meisten noch im Keller liegen.
The meeting begins with {food}, and the speeches were left out after the second time.|De bijeenkomst begint met {food}, en de toespraken zijn na de tweede keer weggelaten.|Das Treffen beginnt so: Es gibt {food}, und die Reden wurden nach dem zweiten Mal weggelassen.
Employers came only when somebody called them one by one, in {month}, before the budgets were closed.|Werkgevers kwamen pas toen iemand ze één voor één belde, in {month}, voordat de begrotingen dicht waren.|Arbeitgeber kamen erst, als jemand sie einzeln anrief, im {month}, bevor die Haushalte geschlossen waren.
A similar attempt in {city} ended when its only paid coordinator left.|Een vergelijkbare poging in {city} eindigde toen de enige betaalde coördinator vertrok.|Ein ähnlicher Versuch in {city} endete, als die einzige bezahlte Koordinatorin ging.
Participants say that they felt {feeling} at the beginning and came back for the company.|Deelnemers zeggen dat ze zich in het begin {feeling} voelden en terugkwamen voor het gezelschap.|Teilnehmende sagen, dass sie sich am Anfang {feeling} fühlten und wegen der Gesellschaft wiederkamen.
The numbers are small and the report says so: {n} people found work within a year.|De aantallen zijn klein en het rapport zegt dat ook: {n} mensen vonden binnen een jaar werk.|Die Zahlen sind klein, und der Bericht sagt es: {n} Menschen fanden innerhalb eines Jahres Arbeit.
Locals were invited by name, not by poster, and that made the difference.|Mensen uit de stad werden bij naam uitgenodigd en niet met een affiche, en dat maakte het verschil.|Einheimische wurden mit Namen eingeladen und nicht mit Plakaten, und das machte den Unterschied.
A city that wants to copy it should begin with one street, such as the {street}, and one evening.|Een stad die het wil overnemen kan beginnen met één straat, zoals de {street}, en één avond.|Eine Stadt, die es nachmachen will, sollte mit einer Straße beginnen, etwa der {street}, und mit einem Abend.
The evaluation took {span} and was written with the participants, not about them.|De evaluatie duurde {span} en is met de deelnemers geschreven, niet over hen.|Die Auswertung dauerte {span} und wurde mit den Teilnehmenden geschrieben, nicht über sie.
Students earned credits for it, which kept them until {month} and sometimes longer.|Studenten kregen er studiepunten voor, wat ze tot {month} vasthield en soms langer.|Studierende bekamen dafür Leistungspunkte, was sie bis {month} hielt und manchmal länger.
{name}, then {n} years old, wrote the first version of the website in one weekend.|{name}, toen {n} jaar oud, schreef de eerste versie van de website in één weekeinde.|{name}, damals {n} Jahre alt, schrieb die erste Fassung der Website an einem Wochenende.
`);

/** Titles, by kind. */
export const titles = {
  stories: table(`{thing} came before the bed|Eerst kwam {thing}, toen het bed|Zuerst bekam ich {thing}, dann ein Bett
I looked at {n} rooms|Ik bekeek {n} kamers|Ich sah mir {n} Zimmer an
From {city} to the {street}|Van {city} naar de {street}|Von {city} in die {street}
It took {span}|Het duurde {span}|Es dauerte {span}
{name} held the door open|{name} hield de deur open|{name} hielt die Tür auf
Soup on {weekday}|Soep op {weekday}|Suppe am {weekday}
In {month} {weather}|In {month}: {weather}|Im {month}: {weather}
Somebody {place} asked my name|Iemand {place} vroeg mijn naam|Jemand {place} fragte nach meinem Namen
I am {job} again|Ik ben weer {job}|Ich bin wieder {job}
What {city} did not teach me|Wat {city} me niet leerde|Was {city} mich nicht lehrte`),
  guides:
    table(`Register with the municipality from the {street}|Schrijf u in bij de gemeente vanuit de {street}|Melden Sie sich bei der Gemeinde an, wenn Sie in der {street} wohnen
Get {paper}|{paper} krijgen|So bekommen Sie {paper}
When {office} does not answer|Als {office} niet antwoordt|Wenn {office} nicht antwortet
Find a room before {month}|Vind een kamer vóór {month}|Ein Zimmer finden vor dem {month}
Work as {job}|Werken als {job}|Arbeiten als {job}
Learn Dutch {place}|Nederlands leren {place}|Niederländisch lernen {place}
What to do in the first {n} days|Wat u doet in de eerste {n} dagen|Was in den ersten {n} Tagen zu tun ist
Take {thing} home|Neem {thing} mee naar huis|{thing} nach Hause bringen
Have {paper} translated|{paper} laten vertalen|{paper} übersetzen lassen
See a doctor on {weekday}|Naar de dokter op {weekday}|Zum Arzt am {weekday}`),
  practices: table(`{city}: {food} and forms|{city}: {food} en formulieren|{city}: {food} und Formulare
{city}: one evening a week {place}|{city}: één avond per week {place}|{city}: ein Abend in der Woche {place}
{city}: {n} buddies for new students|{city}: {n} maatjes voor nieuwe studenten|{city}: {n} Buddys für neue Studierende
{city}: {office} at one table|{city}: {office} aan één tafel|{city}: {office} an einem Tisch
{city}: a house for those who arrive in {month}|{city}: een huis voor wie in {month} aankomt|{city}: ein Haus für alle, die im {month} ankommen`),
  pages: table(`Living near the {street}|Wonen bij de {street}|Wohnen nahe der {street}
The city in {month}|De stad in {month}|Die Stadt im {month}
Coming from {city}|Komen uit {city}|Kommen aus {city}
Working as {job} here|Hier werken als {job}|Hier arbeiten als {job}`),
  facts: table(`People who came from {city}|Mensen die uit {city} kwamen|Menschen, die aus {city} kamen
Rooms let in {month}|Kamers verhuurd in {month}|Im {month} vermietete Zimmer
Households in the {street}|Huishoudens in de {street}|Haushalte in der {street}`),
};

/** The small words that stand around the prose. */
export const fixed = {
  sections: table(`Before|Daarvoor|Davor
Arriving|Aankomen|Ankommen
The first winter|De eerste winter|Der erste Winter
Finding work|Werk vinden|Arbeit finden
The people here|De mensen hier|Die Menschen hier
Now|Nu|Jetzt`),
  guideSections: table(`What it is|Wat het is|Was es ist
What to do|Wat u doet|Was zu tun ist
If it goes wrong|Als het misgaat|Wenn es schiefgeht`),
  practiceSections: table(`What was done|Wat er is gedaan|Was getan wurde
What came of it|Wat het opleverde|Was dabei herauskam
What others can learn|Wat anderen ervan kunnen leren|Was andere daraus lernen können`),
  steps: table(`Make an appointment|Maak een afspraak|Machen Sie einen Termin
Gather your papers|Verzamel uw papieren|Sammeln Sie Ihre Papiere
Ask for a letter|Vraag om een brief|Bitten Sie um einen Brief
Go to the counter|Ga naar de balie|Gehen Sie zum Schalter
Wait for the post|Wacht op de post|Warten Sie auf die Post
Keep the receipt|Bewaar het bewijs|Heben Sie die Quittung auf`),
  variants: table(`EU, EEA or Swiss passport|Paspoort van de EU, EER of Zwitserland|Pass der EU, des EWR oder der Schweiz
Another passport|Ander paspoort|Anderer Pass`),
  phrases: table(`I have an appointment|Ik heb een afspraak|Ich habe einen Termin
I would like to register|Ik wil me inschrijven|Ich möchte mich anmelden
Could you speak more slowly?|Kunt u langzamer praten?|Könnten Sie langsamer sprechen?
May I have that in writing?|Mag ik dat op papier?|Kann ich das schriftlich haben?`),
  good: table(`Good to know|Goed om te weten|Gut zu wissen
Look out|Let op|Achtung`),
  glance: table(`Whoever lives here for more than four months|Wie hier langer dan vier maanden woont|Wer länger als vier Monate hier wohnt
Nothing|Niets|Nichts
About {n} minutes|Ongeveer {n} minuten|Etwa {n} Minuten
{paper}|{paper}|{paper}`),
  nearby: table(`a person from work|iemand van het werk|eine Person von der Arbeit
a sister on the phone|een zus aan de telefoon|eine Schwester am Telefon
the housing office|de woondienst|das Wohnungsamt
the family downstairs|het gezin beneden|die Familie unten
the choir|het koor|der Chor
a friend from the course|een vriend van de cursus|ein Freund aus dem Kurs`),
  factSentence: table(`The number to remember is {fact}.|Het getal om te onthouden is {fact}.|Die Zahl, die man sich merken sollte, ist {fact}.`),
  seeAlso: table(`Read next: {link}.|Lees daarna: {link}.|Lesen Sie danach: {link}.`),
  hard: table(`What was hard|Wat moeilijk was|Was schwer war`),
  helped: table(`What helped|Wat hielp|Was half`),
  advice: table(`Advice|Advies|Rat`),
  months: table(`months|maanden|Monate
viewings|bezichtigingen|Besichtigungen
letters|brieven|Briefe`),
  people: table(`people|mensen|Menschen`),
  portrait: table(`A drawing of the face of {name}|Een tekening van het gezicht van {name}|Eine Zeichnung des Gesichts von {name}`),
  until: table(`until {month}|tot {month}|bis {month}`),
  home: table(`a room in the {street}|een kamer in de {street}|ein Zimmer in der {street}`),
  told: table(`two conversations, {month}|twee gesprekken, {month}|zwei Gespräche, {month}`),
  paid: table(`€ 75, as everyone is|€ 75, zoals iedereen|€ 75, wie alle`),
  stop: table(`A bed {place}|Een bed {place}|Ein Bett {place}`),
};
