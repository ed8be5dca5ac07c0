import { Server } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { webServerSpec } from './spec.ts';
import { webServerEn, webServerKo } from './text.ts';

export const webServerView: NodeView<typeof webServerSpec> = { icon: Server, text: { en: webServerEn, ko: webServerKo } };
