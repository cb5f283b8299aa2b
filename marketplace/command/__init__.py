"""The command line `zila`: makes its environment, runs the servers, and calls Django's commands.

What runs before the environment is there uses only the standard library; so does most of the rest.
"""
