interface Props<V extends string> {
  legend: string;
  options: readonly { value: V; label: string }[];
  values: readonly V[];
  /** Long labels: one below the other. */
  wide?: boolean;
  onChange: (values: V[]) => void;
}

/** Any number of choices as large rows. */
export function CheckList<V extends string>({ legend, options, values, wide = false, onChange }: Props<V>) {
  return (
    <fieldset class="pick">
      <legend>{legend}</legend>
      <div class={`pick__grid ${wide ? 'pick__grid--wide' : ''}`}>
        {options.map(({ value, label }) => (
          <label key={value} class="pick__row">
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={() =>
                onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
