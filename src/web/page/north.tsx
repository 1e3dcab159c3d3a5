// The north arrow.

/** An arrow that points to true north, `degrees` clockwise from up, with its name, `label`. */
export function North({ degrees, label }: { readonly degrees: number; readonly label: string }) {
  return (
    <span class="north">
      {label}
      <svg width="12" height="14" viewBox="-6 -7 12 14" aria-hidden="true">
        <path d="M0 -6L4 6L0 3L-4 6Z" fill="currentColor" transform={`rotate(${degrees})`} />
      </svg>
    </span>
  );
}
