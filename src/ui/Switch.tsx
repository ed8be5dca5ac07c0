import styles from './Switch.module.css';

interface SwitchProps {
  checked: boolean;
  label: string;
  describedBy?: string | undefined;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ checked, label, describedBy, disabled, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className={styles.switch}
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    />
  );
}
