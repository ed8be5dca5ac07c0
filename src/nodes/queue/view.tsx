import { Rows3 } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { queueSpec } from './spec.ts';
import { queueEn, queueKo } from './text.ts';

export const queueView: NodeView<typeof queueSpec> = { icon: Rows3, text: { en: queueEn, ko: queueKo } };
