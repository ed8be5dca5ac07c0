import { Split } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { loadBalancerSpec } from './spec.ts';
import { loadBalancerEn, loadBalancerKo } from './text.ts';

export const loadBalancerView: NodeView<typeof loadBalancerSpec> = { icon: Split, text: { en: loadBalancerEn, ko: loadBalancerKo } };
