import { Globe } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { cdnSpec } from './spec.ts';
import { cdnEn, cdnKo } from './text.ts';

export const cdnView: NodeView<typeof cdnSpec> = { icon: Globe, text: { en: cdnEn, ko: cdnKo } };
