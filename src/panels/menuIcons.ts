/** Icons of the acts of the main menu. They come with the menu, so only `ActMenuItem.tsx` asks for them, late. */

import {
  ChartSpline,
  CircleDot,
  Crosshair,
  Download,
  FolderOpen,
  GitCompareArrows,
  Info,
  Keyboard,
  LayoutTemplate,
  Maximize,
  Scale,
  Share2,
  ShieldAlert,
} from 'lucide-react';

export const menuIcons = {
  templates: LayoutTemplate,
  openFile: FolderOpen,
  saveFile: Download,
  share: Share2,
  toggleTraffic: CircleDot,
  toggleCharts: ChartSpline,
  zoomFit: Maximize,
  replicas: GitCompareArrows,
  singlePoints: Crosshair,
  report: ShieldAlert,
  shortcuts: Keyboard,
  about: Info,
  physics: Scale,
};
