import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { Service as KubernetesService, PersistentVolumeClaim } from 'kubernetes-models/v1';
import { FOLDERS, MIGRATE, readinessPath, type Service } from './catalogue.ts';

/** Where the image of the whole workspace lies; the release pipeline replaces the tag by a digest. */
const IMAGE = 'atelier:0.1.0';
const NAMESPACE = 'atelier';

const labelsOf = (service: { name: string }) => ({ 'app.kubernetes.io/name': service.name, 'app.kubernetes.io/part-of': 'atelier' });

const probe = (path: string, periodSeconds: number, failureThreshold: number) => ({
  httpGet: { path, port: 'http' },
  periodSeconds,
  failureThreshold,
  timeoutSeconds: 2,
});

const POD = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' as const } },
};
const CONTAINER = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };

const filesOf = ({ name }: Service): string => `${name}-files`;
const keepsFiles = ({ needs }: Service): boolean => Object.keys(needs.folders).length > 0;

/** The Deployment of a service: one image for all, one command a service, started, ready and alive by their probes. */
export function deploymentOf(service: Service, settings: Readonly<Record<string, string>>): Deployment {
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
          ...POD,
          terminationGracePeriodSeconds: 30,
          containers: [
            {
              name: service.name,
              image: IMAGE,
              command: ['node', service.entry],
              ports: [{ name: 'http', containerPort: service.port }],
              env: Object.entries(settings).map(([name, value]) => ({ name, value })),
              ...(service.kind === 'web' ? {} : { envFrom: [{ secretRef: { name: `${service.name}-env` } }] }),
              ...(keepsFiles(service) ? { volumeMounts: [{ name: 'files', mountPath: FOLDERS }] } : {}),
              securityContext: CONTAINER,
              startupProbe: probe('/health/live', 1, 30),
              livenessProbe: probe('/health/live', 10, 3),
              readinessProbe: probe(readinessPath(service), 5, 2),
            },
          ],
          ...(keepsFiles(service) ? { volumes: [{ name: 'files', persistentVolumeClaim: { claimName: filesOf(service) } }] } : {}),
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

/** The claim of the folders that a service keeps: all its copies write there. None for a service that keeps none. */
export function claimsOf(service: Service): PersistentVolumeClaim[] {
  if (!keepsFiles(service)) return [];
  return [
    new PersistentVolumeClaim({
      metadata: { name: filesOf(service), namespace: NAMESPACE, labels: labelsOf(service) },
      spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '10Gi' } } },
    }),
  ];
}

/** The one-shot migration, one for each version: apply it, and wait for its end, before the Deployments. */
export function migrateJob(): Job {
  const labels = labelsOf(MIGRATE);
  return new Job({
    metadata: { name: `${MIGRATE.name}-${IMAGE.slice(IMAGE.indexOf(':') + 1).replaceAll('.', '-')}`, namespace: NAMESPACE, labels },
    spec: {
      backoffLimit: 10,
      // What a person has to correct: the environment, or a database that is refused.
      podFailurePolicy: {
        rules: [{ action: 'FailJob', onExitCodes: { containerName: MIGRATE.name, operator: 'In', values: [2, 3] } }],
      },
      template: {
        metadata: { labels },
        spec: {
          ...POD,
          restartPolicy: 'Never',
          containers: [
            {
              name: MIGRATE.name,
              image: IMAGE,
              command: ['node', MIGRATE.entry],
              envFrom: [{ secretRef: { name: `${MIGRATE.name}-env` } }],
              securityContext: CONTAINER,
            },
          ],
        },
      },
    },
  });
}
