/** Seeds that once failed, by what they found, with the commands there were then. */
export const FOUND: Readonly<Record<number, string>> = {
  2: 'a place made by an edit outlived its undo',
  5: 'a file that named one entity by two of its numbers',
  11: 'a chart line of an event whose only one end had changed',
  14: 'a file read again gave a number back that a person had taken',
  22: 'a file read again gave a number to a removed entity',
  24: 'a file read again meant another link of the same ends',
  31: 'an import taken back that was away already',
  34: 'an entry of its own place in history got the payload of another',
  64: 'a batch brought back overwrote a status set since',
  149: 'what had stayed of an import went the second time',
  753: 'a file read again drew a link anew that had come from another one',
  857: 'a file read again drew a link that had been deleted',
  908: 'a link drawn anew beside the one it meant',
};
