import { both, type Sentence } from '@burgernet/domain';
import type { VaultError } from './port.js';

/** What a vault answers where it cannot do what is asked. */
export const vaultError = (text: Sentence): VaultError => ({ tag: 'VaultError', text });

/** Says nothing of the texts themselves: messages end in logs. */
export const unstorable = vaultError(
  both(
    'A text for the vault holds a lone surrogate or a NUL character; leave it out.',
    'Een tekst voor de kluis bevat een losse surrogaat of een NUL-teken; laat het weg.',
  ),
);
export const otherText = (reference: string): VaultError =>
  vaultError(
    both(
      `Another text is kept under reference ${reference}; make a new reference for this one.`,
      `Onder verwijzing ${reference} staat een andere tekst; maak voor deze een nieuwe verwijzing.`,
    ),
  );
export const wasForgotten = (reference: string): VaultError =>
  vaultError(
    both(
      `What stood under reference ${reference} was forgotten, so nothing is kept under it again; give the command another id.`,
      `Wat onder verwijzing ${reference} stond is vergeten en wordt niet opnieuw bewaard; geef de opdracht een ander id.`,
    ),
  );
export const doesNotOpen = (reference: string): VaultError =>
  vaultError(
    both(
      `What stands under reference ${reference} does not open with its key: it was changed, or belongs elsewhere; restore the vault from a copy.`,
      `Wat onder verwijzing ${reference} staat gaat niet open met zijn sleutel: het is veranderd of hoort ergens anders; zet een kopie van de kluis terug.`,
    ),
  );
export const closed = vaultError(both('The vault was closed.', 'De kluis is gesloten.'));
