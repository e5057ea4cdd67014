import { both, type Sentence } from '@burgernet/domain';
import { printable } from '../../report/printable.js';

/**
 * Who signed what was verified, and whether that was looked at.
 *
 * @param key the verifier key, as text
 * @param isChecked whether it is the one that was asked for; else what was verified names it itself
 */
export const signerWords = (key: string, isChecked: boolean): Sentence => {
  const shown = printable(key);
  return isChecked
    ? both(`Signed by ${shown}, as asked.`, `Getekend door ${shown}, zoals gevraagd.`)
    : both(
        `The signer was not checked: by itself it says that its key is ${shown}. Ask whoever runs the system for theirs, and give it with --key.`,
        `Wie tekende, is niet gecontroleerd: volgens het zelf is de sleutel ${shown}. Vraag de beheerder om de zijne, en geef die met --key.`,
      );
};
