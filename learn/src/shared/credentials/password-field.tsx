import { useId, useState } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.js';
import { Icon } from '../ui/icons.js';

interface Props {
  label: string;
  name: string;
  autocomplete: 'current-password' | 'new-password';
  hint?: string;
  invalid?: boolean;
}

/** A password that can be shown; pasting and password managers are welcome. */
export function PasswordField({ label, name, autocomplete, hint, invalid = false }: Props) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field__row">
        <input
          id={id}
          class="input"
          name={name}
          type={shown ? 'text' : 'password'}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          maxLength={200}
          aria-invalid={invalid}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button
          type="button"
          class="icon-button"
          aria-pressed={shown}
          aria-label={shown ? t.signIn.hide : t.signIn.show}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eye-off' : 'eye'} />
        </button>
      </div>
      {hint && (
        <p id={`${id}-hint`} class="quiet small">
          {hint}
        </p>
      )}
    </div>
  );
}
