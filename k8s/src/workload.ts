import { Deployment } from 'kubernetes-models/apps/v1';
import { Service as KubernetesService } from 'kubernetes-models/v1';
import type { Service } from './catalogue.ts';

/** Where the image of the whole workspace lies; the release pipeline replaces the tag by a digest. */
const IMAGE = 'atelier:0.1.0';
const NAMESPACE = 'atelier';

const labelsOf = (service: Service) => ({ 'app.kubernetes.io/name': service.name, 'app.kubernetes.io/part-of': 'atelier' });

const probe = (path: string, periodSeconds: number, failureThreshold: number) => ({
  httpGet: { path, port: 'http' },
  periodSeconds,
  failureThreshold,
  timeoutSeconds: 2,
});

/** The Deployment of a service: one image for all, one command a service, started, ready and alive by their probes. */
export function deploymentOf(service: Service): Deployment {
  const labels = labelsOf(service);
  return new Deployment({
    metadata: { name: service.name, namespace: NAMESPACE, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
          terminationGracePeriodSeconds: 30,
          containers: [
            {
              name: service.name,
              image: IMAGE,
              command: ['node', service.entry],
              ports: [{ name: 'http', containerPort: service.port }],
              env: [{ name: 'PORT', value: String(service.port) }],
              envFrom: [{ secretRef: { name: `${service.name}-env` } }],
              securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
              startupProbe: probe('/health/live', 1, 30),
              livenessProbe: probe('/health/live', 10, 3),
              readinessProbe: probe('/health/ready', 5, 2),
            },
          ],
        },
      },
    },
  });
}

/** The Service by whose name others reach a service. */
export function serviceOf(service: Service): KubernetesService {
  const labels = labelsOf(service);
  return new KubernetesService({
    metadata: { name: service.name, namespace: NAMESPACE, labels },
    spec: { type: 'ClusterIP', selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  });
}
