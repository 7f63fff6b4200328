import { useState } from 'preact/hooks';
import { useJoining } from './use-joining.js';
import { useWords } from './use-words.js';

/** Six characters from a wall or from a voice; spaces and small letters are no matter. */
export function JoinForm({ initial = '' }: { initial?: string }) {
  const { w } = useWords();
  const { join, working, error } = useJoining();
  const [code, setCode] = useState(initial);
  const [missing, setMissing] = useState(false);
  const plain = code.replaceAll(/[\s-]/g, '').toUpperCase();
  const said = missing && plain === '' ? w.codeMissing : error;
  return (
    <form
      class="section card join"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(true);
        if (plain !== '' && !working) void join(plain);
      }}
    >
      <h2 class="section__title">{w.joinTitle}</h2>
      <div class="field">
        <label for="join-code">{w.code}</label>
        <div class="join__row">
          <input
            id="join-code"
            class="input join__code"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={14}
            value={code}
            aria-invalid={said !== null}
            aria-describedby="join-note"
            onInput={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter belongs to the input method while it composes.
              if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229))
                event.preventDefault();
            }}
          />
          <button type="submit" class="button button--primary" aria-disabled={working}>
            {working ? w.joining : w.join}
          </button>
        </div>
        <p id="join-note" class={`small ${said ? 'field__error' : 'quiet'}`} role="status">
          {said ?? w.codeHint}
        </p>
      </div>
    </form>
  );
}
