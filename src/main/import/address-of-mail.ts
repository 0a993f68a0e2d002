/** No address of a mailbox is longer; the shape is not looked for in a cell that is a whole text. */
const LONGEST = 320;

/** Whether a cell has the shape of an e-mail address. */
export function isAddressOfMail(text: string): boolean {
  return text.length <= LONGEST && /^\S+@\S+\.\S+$/.test(text);
}
