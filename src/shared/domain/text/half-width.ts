/** Full-width ASCII (１２３ＡＢＣ＝) and the ideographic space, as input methods leave them, to their plain forms. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}
