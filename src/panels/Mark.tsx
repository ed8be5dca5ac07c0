/** The sign of the page: a wire that breaks and goes on. */
export function Mark({ className, size = 20 }: { className?: string | undefined; size?: number }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M2 13h4.5l2.2-7" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M11.3 14l2.2-7H18" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
