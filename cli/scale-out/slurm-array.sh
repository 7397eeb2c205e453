#!/bin/bash
# A shard for each task of a Slurm array. Typed in the folder of the plan, to which all machines have access:
#
#   sbatch --parsable --array=1-20 slurm-array.sh run my-plan/start.yaml --out out/shards
#   sbatch --dependency=afterok:NUMBER --wrap='d2a merge out/shards/shard-*-of-20.ndjson --out out/start'
#
# where NUMBER is what the first line prints. One shard again: sbatch --array=3 --export=ALL,SHARD=3/20 slurm-array.sh run ...
#SBATCH --job-name=d2a
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --output=d2a-%A_%a.log

exec d2a "$@" --shard "${SHARD:-env}" --workers "${SLURM_CPUS_PER_TASK:-1}"
