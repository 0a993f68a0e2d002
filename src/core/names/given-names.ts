/** Given names that are one name in the languages of the region, folded Latin. Domain facts §6.2. */
const CLASSES: readonly string[] = [
  'oleksandr aleksandr alexandr aleksander alexander alexandru aleksandru aliaksandr aleksandre aleksandrs aleksandras sandor sasha sasa oles alik sandu',
  'oleksandra aleksandra alexandra',
  'volodymyr vladimir uladzimir wladimir wlodzimierz vladimirs vladimiras vova volodia vladimyr',
  'ivan ion ioan jan janos janis jonas juhan ivane vanea iwan',
  'heorhii georgii gheorghe gheorghii george giorgi gyorgy jerzy yurii iurii iurie yuriy yury yuri juraj juri jurijs',
  'mykhailo mihail mihai mikhail michal mihaly mikheil mihkel misha',
  'mykola nikolai nikolay nicolae nicolai mikolaj miklos nikoloz kolia',
  'vasyl vasile vasilii vasiliy wasyl vasil vasili vasia',
  'dmytro dmitrii dmitriy dmitry dumitru demetre dima dmitri',
  'stepan stefan szczepan istvan',
  'olena elena ileana ilona yelena alena lena',
  'serhii sergii sergei sergey sergiu serghei siarhei sergejs serhiy',
  'andrii andrei andrey andriy andrzej andras andris andrus',
  'yevhen yevgen evgenii evgeniy evgeny eugen eugeniu yevgenii ievgen ievhen evghenii',
  'yevheniia yevgeniia evgeniia evgenia eugenia',
  'yuliia iuliia yuliya iulia yulia julia',
  'hryhorii grygorii grigorii grigoriy grigore hryhoriy grigory',
  'hanna ganna anna ana ania',
  'ihor igor',
  'oleh oleg',
  'tetiana tatiana tatyana tania',
  'petro petr petru piotr peter',
  'pavlo pavel paul',
  'natalia nataliia natalya natalie natasha',
  'viktor victor wiktor',
  'viktoriia victoria viktoria',
  'mariia maria marija mariya masha',
  'kateryna ekaterina yekaterina ecaterina katarzyna katia',
  'oksana xenia kseniia ksenia',
  'olha olga',
  'svitlana svetlana',
  'iryna irina',
  'liudmyla liudmila lyudmila ludmila',
  'valentyn valentin',
  'valentyna valentina',
  'anatolii anatoliy anatol anatolie anatoly',
  'viacheslav vyacheslav veaceslav wiaceslaw slava',
  'oleksii aleksei alexei aleksey alexey alexiu',
  'roman',
  'ruslan',
  'bohdan bogdan',
  'mykyta nikita nichita',
  'artem artiom artyom',
  'kostiantyn konstantin constantin kostia',
  'leonid',
  'maksym maksim maxim',
  'denys denis',
  'vitalii vitaliy vitalie vitaly',
  'valerii valeriy valeriu valery',
  'fedir fedor fiodor teodor',
  'illia ilia ilya ilie',
  'yakiv iakov yakov iacob',
  'tymofii timofei timofey timofte',
  'danylo daniil daniel danila',
  'lidiia lidia lidiya',
  'halyna galina',
  'nadiia nadezhda nadejda',
  'liubov lyubov liubovi',
  'larysa larisa',
  'zinaida',
  'veronika veronica',
];

const CLASS_OF = new Map<string, number>();
for (const [index, names] of CLASSES.entries()) {
  for (const name of names.split(' ')) CLASS_OF.set(name, index);
}

/** Number of the name's family; null for a name the table does not know. */
export function givenNameClass(folded: string): number | null {
  return CLASS_OF.get(folded) ?? null;
}

/** The names that are the same one as this, itself among them; alone where the table does not know it. */
export function givenNamesLike(folded: string): readonly string[] {
  const family = givenNameClass(folded);
  return family === null ? [folded] : (CLASSES[family] ?? folded).split(' ');
}
