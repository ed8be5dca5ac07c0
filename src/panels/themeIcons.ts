import { Monitor, Moon, Presentation, Sun } from 'lucide-react';

export const themeIcons = { system: Monitor, light: Sun, dark: Moon, projector: Presentation };
